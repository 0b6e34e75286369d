package cn.huying.bot.broadcast.audience;

import cn.huying.bot.message.AppId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who gets a broadcast, a row for each, and the batches in which they are sent. */
public interface RecipientStore {
    /** One recipient of a batch, and what became of it; empty while nothing did, and for what is known of the whole batch only. */
    record Row(Recipient recipient, Optional<Outcome> outcome) {}

    /** Writes down a batch with its recipients. Who is in the run already for that channel is left out. */
    Mono<Void> write(Batch batch, List<? extends Recipient> recipients);

    /**
     * Takes the batch to be sent next out of these runs as {@link Batch#claimed} says: of those due, or left by a replica whose lease ran
     * out, the one with the smallest rank, then number. Two replicas never hold the same batch.
     */
    Mono<Batch> claim(Set<String> runs, String owner, Instant now, Instant leaseUntil);

    Flux<Row> rows(BatchId batch);

    /** Keeps what became of some recipients; what is kept already stays. */
    Mono<Void> record(BatchId batch, Map<Outcome, List<Recipient>> outcomes);

    /** Keeps what became of a claimed batch; false when it was meanwhile taken over, and then the other's word counts. */
    Mono<Boolean> settle(Batch claimed, Batch.Progress next);

    /** The platform's report about a batch it had accepted; false when no batch has this id. Told twice it changes nothing. */
    Mono<Boolean> reported(AppId account, String remoteId, Tally tally);

    /** All batches of a run. */
    Flux<Batch> batches(String run);
}
