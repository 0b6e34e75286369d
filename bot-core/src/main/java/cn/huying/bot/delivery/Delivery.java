package cn.huying.bot.delivery;

import java.time.Instant;

/** How far one outbox entry is. */
public sealed interface Delivery {
    /** How often sending was begun. */
    int attempts();

    /** To be sent at the given time. */
    record New(int attempts, Instant at) implements Delivery {}

    /** Being sent by one dispatcher. If the lease runs out, whether it went out is not known. */
    record Sending(int attempts, String owner, Instant leaseUntil) implements Delivery {}

    /** Went out. Never kept: an entry that was sent leaves the outbox. */
    record Sent(int attempts, String remoteId) implements Delivery {}

    /** May have gone out and must not go out twice: listed for staff, never sent again by itself. */
    record Unknown(int attempts, Instant at, String cause) implements Delivery {}

    /** Did not go out and will not: a dead letter, listed for staff. */
    record Failed(int attempts, Instant at, Failure failure, int code) implements Delivery {}

    /** Why something was given up. */
    enum Failure {
        /** The resident cannot be written to now: unfollowed, window closed, allowance used up. */
        UNREACHABLE,
        /** The platform will never take it. */
        REFUSED,
        /** It could not be sent for so long that it is no news any more. */
        TOO_LATE
    }
}
