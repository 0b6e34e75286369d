package cn.huying.bot.intent;

/** The words the bot obeys. */
public enum CommandKind {
    HELP,
    MENU,
    MY_REQUESTS,
    HUMAN,
    CANCEL,
    /** Takes back what was registered; what is still being told is dropped by it as by CANCEL. */
    WITHDRAW,
    BACK,
    CONFIRM,
    EDIT,
    REGISTER,
    CONTINUE,
    APPEAL
}
