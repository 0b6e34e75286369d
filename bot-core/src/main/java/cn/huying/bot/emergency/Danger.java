package cn.huying.bot.emergency;

/** What can be happening right now. In the order of what is told first when several are heard in one message. */
public enum Danger {
    FIRE,
    GAS,
    SELF_HARM,
    MINOR_HARM,
    VIOLENCE,
    LIVE_WIRE,
    FALL,
    LIFT_TRAPPED,
    COLLAPSE,
    FLOOD,
    MISSING_PERSON,
    SCAM,
    CRY_FOR_HELP
}
