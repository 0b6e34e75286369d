package cn.huying.bot.broadcast.audience;

import cn.huying.bot.broadcast.Channel;
import java.time.Instant;

/**
 * A portion of recipients that is sent in one go.
 *
 * @param account the app id of the official account that reaches them; empty for groups
 * @param rank smaller goes first
 * @param attempts how often sending was begun
 */
public record Batch(BatchId id, Channel channel, String account, int rank, int size, int attempts, Progress progress) {
    /** How far it is. */
    public sealed interface Progress {
        /**
         * To be sent at the given time.
         *
         * @param uncertain an earlier attempt may have gone out: only what the platform recognises waits like this
         */
        record Waiting(Instant at, boolean uncertain) implements Progress {}

        /**
         * Being sent by one replica. If the lease runs out, whether it went out is not known.
         *
         * @param again an earlier attempt may have gone out
         */
        record Sending(String owner, Instant leaseUntil, boolean again) implements Progress {}

        /** @param remoteId the platform's id for it, empty where it gives none */
        record Settled(String remoteId, Tally tally) implements Progress {}
    }

    public static Batch fresh(BatchId id, Channel channel, String account, int rank, int size, Instant at) {
        return new Batch(id, channel, account, rank, size, 0, new Progress.Waiting(at, false));
    }

    public Batch with(Progress next) {
        return new Batch(id, channel, account, rank, size, attempts, next);
    }

    /** Taken by a replica; what another one left in mid-sending may have gone out. */
    public Batch claimed(String owner, Instant leaseUntil) {
        boolean again =
                switch (progress) {
                    case Progress.Waiting(Instant _, boolean uncertain) -> uncertain;
                    case Progress.Sending _, Progress.Settled _ -> true;
                };
        return new Batch(
                id, channel, account, rank, size, attempts + 1, new Progress.Sending(owner, leaseUntil, again));
    }
}
