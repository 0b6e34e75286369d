package cn.huying.bot.grid;

/**
 * How deep a node sits in the organisation tree, outermost first. A child's level is always deeper than its parent's; levels may be left
 * out (a community may have {@link #L1} grids and no {@link #GENERAL} ones).
 */
public enum GridLevel {
    DISTRICT,
    SUBDISTRICT,
    COMMUNITY,
    /** 总网格 */
    GENERAL,
    /** 一级网格 */
    L1,
    /** 二级网格 */
    L2,
    /** 辅助网格 */
    AUX,
    /** 微网格, 20 to 30 households */
    MICRO;

    /** Below the community: a part of it with a worker of its own. */
    public boolean isGrid() {
        return compareTo(COMMUNITY) > 0;
    }
}
