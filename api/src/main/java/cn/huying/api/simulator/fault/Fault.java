package cn.huying.api.simulator.fault;

/** What can go wrong with a call to the platform. */
public enum Fault {
    NONE,
    /** Answered rightly, but late. */
    SLOW,
    /** A gateway's page instead of an answer; nothing was done. */
    UNAVAILABLE,
    /** errcode -1: nothing was done, try again later. */
    BUSY,
    /** errcode 45009: the day's quota is used up. */
    QUOTA,
    /** The connection is cut before anything was done. */
    RESET,
    /** Done, but the connection is cut before the answer arrives: the caller cannot know. */
    REPLY_LOST
}
