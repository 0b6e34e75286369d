package cn.huying.bot.broadcast;

import cn.huying.bot.broadcast.Muster.Exclusion;
import cn.huying.bot.broadcast.audience.Batch;
import cn.huying.bot.broadcast.audience.Batch.Progress;
import cn.huying.bot.broadcast.audience.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How far a broadcast is, in recipients.
 *
 * @param waiting not tried yet; when the broadcast has ended, never will be
 * @param excluded left out from the start, by reason
 */
public record Counts(int recipients, Tally tally, int waiting, Map<Exclusion, Integer> excluded) {
    public Counts {
        excluded = Map.copyOf(excluded);
    }

    static Counts of(Broadcast broadcast, List<Batch> batches, Instant now) {
        Tally tally = Tally.NONE;
        int waiting = 0;
        for (Batch batch : batches) {
            Tally known = known(batch, broadcast.state().isEnded(), now);
            tally = tally.plus(known);
            waiting += batch.size() - known.total();
        }
        return new Counts(
                broadcast.muster().recipients(),
                tally,
                waiting,
                broadcast.muster().excluded());
    }

    /** What was begun and is never looked at again may have gone out. */
    private static Tally known(Batch batch, boolean ended, Instant now) {
        return switch (batch.progress()) {
            case Progress.Settled(String _, Tally tally) -> tally;
            case Progress.Waiting(Instant _, boolean uncertain) ->
                ended && uncertain ? Tally.unknown(batch.size()) : Tally.NONE;
            case Progress.Sending(String _, Instant leaseUntil, boolean _) ->
                ended && !leaseUntil.isAfter(now) ? Tally.unknown(batch.size()) : Tally.NONE;
        };
    }
}
