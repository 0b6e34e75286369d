package cn.huying.bot.broadcast;

import java.time.Instant;
import java.util.Map;

/**
 * Writing down who gets a broadcast. Two replicas may try at the same time, or one that was stopped may wake up: each try is an edition of
 * its own, and only the one the broadcast was started with counts.
 *
 * @param edition how often it was begun; 0 before the first time
 * @param leaseUntil until then nobody else begins it again
 * @param recipients how many are written down, over all channels
 * @param excluded how many are not, by reason
 */
public record Muster(int edition, Instant leaseUntil, int recipients, Map<Exclusion, Integer> excluded) {
    public static final Muster NONE = new Muster(0, Instant.EPOCH, 0, Map.of());

    public Muster {
        excluded = Map.copyOf(excluded);
    }

    Muster begunAgain(Instant until) {
        return new Muster(edition + 1, until, 0, Map.of());
    }

    Muster complete(int written, Map<Exclusion, Integer> leftOut) {
        return new Muster(edition, leaseUntil, written, leftOut);
    }

    /** Why somebody who lives there is not sent anything. */
    public enum Exclusion {
        /** Follows the account no longer. */
        UNFOLLOWED,
        /** Known by other ways only: writes through no account of ours. */
        NO_BINDING
    }
}
