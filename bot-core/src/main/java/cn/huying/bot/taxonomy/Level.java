package cn.huying.bot.taxonomy;

/** Which level of the organisation owns a matter first; declared from the lowest to the highest. */
public enum Level {
    GRID,
    COMMUNITY,
    SUBDISTRICT,
    DISTRICT
}
