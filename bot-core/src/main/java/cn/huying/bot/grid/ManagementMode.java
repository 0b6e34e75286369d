package cn.huying.bot.grid;

/** Who keeps a compound, which decides whom a request about it goes to first. */
public enum ManagementMode {
    /** 混合: party branch, owners' committee and property firm together, with the grid leader. */
    MIXED,
    /** 完全托管: the property firm first, the community supervises. */
    CONTRACTED,
    /** 自管: the building stewards, the community visits. */
    SELF_MANAGED
}
