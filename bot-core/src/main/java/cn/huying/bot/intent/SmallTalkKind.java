package cn.huying.bot.intent;

/** Talk that wants a human word back and nothing else. In the order of what weighs more when one message has several. */
public enum SmallTalkKind {
    ABUSE,
    PRAISE,
    THANKS,
    WHO,
    WEATHER,
    PRESENCE,
    BYE,
    GREETING,
    ACKNOWLEDGE,
    /** No letter and no digit: emoji and the like. */
    STICKER
}
