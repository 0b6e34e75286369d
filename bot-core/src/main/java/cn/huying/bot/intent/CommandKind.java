package cn.huying.bot.intent;

/** The words the bot obeys. */
public enum CommandKind {
    HELP,
    MENU,
    MY_REQUESTS,
    HUMAN,
    CANCEL,
    BACK,
    CONFIRM,
    EDIT,
    REGISTER,
    CONTINUE,
    APPEAL
}
