package cn.huying.bot.intent;

/** Talk that wants a human word back and nothing else. */
public enum SmallTalkKind {
    GREETING,
    PRESENCE,
    THANKS,
    PRAISE,
    WHO,
    WEATHER,
    ABUSE,
    BYE,
    ACKNOWLEDGE
}
