package cn.huying.bot.emergency;

/** What can be happening right now. In the order of what is told first when several are heard in one message. */
public enum Danger {
    FIRE,
    GAS,
    SELF_HARM,
    MINOR_HARM,
    VIOLENCE,
    FALL,
    LIFT_TRAPPED,
    LIVE_WIRE,
    COLLAPSE,
    FLOOD,
    MISSING_PERSON,
    SCAM,
    CRY_FOR_HELP
}
