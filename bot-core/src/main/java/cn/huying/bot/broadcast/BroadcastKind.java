package cn.huying.bot.broadcast;

/** What a broadcast is about. */
public enum BroadcastKind {
    /** An official warning. */
    WEATHER_ALERT,
    /** An official warning is over. */
    ALL_CLEAR,
    /** Written by staff against a fraud that goes around. */
    ANTI_FRAUD
}
