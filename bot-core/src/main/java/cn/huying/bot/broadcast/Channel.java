package cn.huying.bot.broadcast;

/** A way a broadcast takes. */
public enum Channel {
    /** To many residents in one call. The platform knows each call by its key and does it once. */
    MASS_SEND,
    /** To one resident after the other, within the allowance that their own writing opened. */
    CUSTOMER_SERVICE,
    /** Into the WeCom groups of the grids. */
    GROUP
}
