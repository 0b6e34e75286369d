package cn.huying.bot.taxonomy;

import cn.huying.bot.grid.GridLevel;

/** Which level of the organisation owns a matter first; declared from the lowest to the highest. */
public enum Level {
    GRID,
    COMMUNITY,
    SUBDISTRICT,
    DISTRICT;

    /** The level of whoever works at a node: below the community all are of one level, whatever their grids are called. */
    public static Level at(GridLevel node) {
        return switch (node) {
            case DISTRICT -> DISTRICT;
            case SUBDISTRICT -> SUBDISTRICT;
            case COMMUNITY -> COMMUNITY;
            case GENERAL, L1, L2, AUX, MICRO -> GRID;
        };
    }
}
