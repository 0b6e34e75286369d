package cn.huying.bot.intent;

/** What a resident says of the answer just given. */
public enum Feedback {
    USEFUL,
    USELESS,
    /** The answer may be right, and the trouble is still there. */
    UNSOLVED
}
