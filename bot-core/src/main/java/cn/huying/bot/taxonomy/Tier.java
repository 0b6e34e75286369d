package cn.huying.bot.taxonomy;

/** How fast a matter must be answered. The limit of each tier is set in the taxonomy file, see {@link Taxonomy#limit(Tier)}. */
public enum Tier {
    /** 紧急: danger to life, gas, collapse, live wire. */
    P0,
    /** 加急: no water, power, gas or heat; a missing manhole cover. */
    P1,
    /** 快办: litter, street light, blocked parking, a question. */
    P2,
    /** 一般: most complaints. */
    P3,
    /** 复杂: several units, construction, ownership, mediation. */
    P4
}
