package cn.huying.bot.grid.wording;

/** What a name in a text stands for; keys are the caller's own and mean nothing here. */
public sealed interface Meaning {
    record OfCompound(String key) implements Meaning {}

    record OfBuilding(String key) implements Meaning {}

    /** Where the resident lives: 我家, 楼道. */
    record Here() implements Meaning {}

    /** Ground that belongs to the whole compound: 小区大门, 地下车库. */
    record Common() implements Meaning {}
}
