package cn.huying.bot.broadcast.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps this replica below the platform's limit of mass sends a minute, which two replicas share. */
final class Pace {
    static final int MOST = 28;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Deque<Instant> taken = new ArrayDeque<>();

    /** {@link Duration#ZERO} when one may go now, else how long to wait. */
    synchronized Duration take(Instant now) {
        while (!taken.isEmpty() && !taken.getFirst().plus(MINUTE).isAfter(now)) {
            taken.removeFirst();
        }
        if (taken.size() < MOST) {
            taken.addLast(now);
            return Duration.ZERO;
        }
        return Duration.between(now, taken.getFirst().plus(MINUTE));
    }
}
