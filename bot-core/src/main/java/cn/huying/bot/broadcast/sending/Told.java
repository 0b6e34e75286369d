package cn.huying.bot.broadcast.sending;

import cn.huying.bot.broadcast.BroadcastId;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.audience.Batch;
import cn.huying.bot.broadcast.audience.Batch.Progress;
import cn.huying.bot.broadcast.audience.Outcome;
import cn.huying.bot.broadcast.audience.Recipient;
import cn.huying.bot.broadcast.audience.RecipientStore;
import cn.huying.bot.broadcast.audience.RecipientStore.Row;
import cn.huying.bot.broadcast.audience.Tally;
import java.util.HashSet;
import java.util.Set;
import reactor.core.publisher.Flux;

/** Who was told of earlier broadcasts, or may have been: everybody nobody knows to have been missed. Each once. */
final class Told {
    private final Broadcasts broadcasts;
    private final RecipientStore recipients;

    Told(Broadcasts broadcasts, RecipientStore recipients) {
        this.broadcasts = broadcasts;
        this.recipients = recipients;
    }

    Flux<Recipient> of(Set<BroadcastId> earlier) {
        return Flux.defer(() -> {
            Set<Recipient> seen = new HashSet<>();
            return Flux.fromIterable(earlier)
                    .concatMap(broadcasts::find)
                    .concatMap(known -> recipients.batches(BroadcastDispatcher.run(known)))
                    .concatMap(batch -> recipients.rows(batch.id()).filter(row -> mayHaveReached(batch, row)))
                    .map(Row::recipient)
                    .filter(seen::add);
        });
    }

    private static boolean mayHaveReached(Batch batch, Row row) {
        return row.outcome()
                .map(outcome -> switch (outcome) {
                    case Outcome.Delivered _, Outcome.Unknown _ -> true;
                    case Outcome.Failed _ -> false;
                })
                .orElseGet(() -> mayHaveGone(batch.progress()));
    }

    private static boolean mayHaveGone(Progress progress) {
        return switch (progress) {
            case Progress.Waiting(var _, boolean uncertain) -> uncertain;
            case Progress.Sending _ -> true;
            case Progress.Settled(String _, Tally tally) -> tally.failures() < tally.total();
        };
    }
}
