package cn.huying.bot.broadcast;

import java.time.Instant;

/**
 * One thing that happened to a broadcast.
 *
 * @param by the account of a person, or {@link Broadcast#ALERTS} or {@link Broadcast#CLOCK}
 * @param note what was said with it, may be empty
 */
public record BroadcastEvent(Instant at, String by, Deed deed, BroadcastState to, String note) {
    /** What can be done. */
    public enum Deed {
        COMPOSE,
        EDIT,
        SUBMIT,
        SEND_BACK,
        APPROVE,
        START,
        PAUSE,
        RESUME,
        CANCEL,
        /** A newer alert took its place. */
        REPLACE,
        /** The authority lifted the alert. */
        LIFT,
        EXPIRE,
        FINISH
    }
}
