package cn.huying.bot.broadcast.sending;

import static cn.huying.bot.broadcast.BroadcastState.APPROVED;
import static cn.huying.bot.broadcast.BroadcastState.DRAFT;
import static cn.huying.bot.broadcast.BroadcastState.PAUSED;
import static cn.huying.bot.broadcast.BroadcastState.SENDING;
import static cn.huying.bot.broadcast.BroadcastState.SUBMITTED;

import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastState;
import cn.huying.bot.broadcast.BroadcastStore;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.Change;
import cn.huying.bot.broadcast.audience.Batch;
import cn.huying.bot.broadcast.audience.Batch.Progress;
import cn.huying.bot.broadcast.audience.BatchId;
import cn.huying.bot.broadcast.audience.RecipientStore;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.resident.ResidentDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries approved broadcasts out. Two jobs call it again and again on every replica: {@link #prepare} writes down recipients and ends what
 * is over, {@link #send} sends batch after batch, the gravest broadcast first. What a replica that died was sending is taken up when its
 * lease runs out: mass sends are repeated under their key, everything else is unknown and stays so.
 */
public final class BroadcastDispatcher {
    /** Longer than any send may take. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(8);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final int CONCURRENCY = 4;
    private static final int MOST_AT_ONCE = 200;
    private static final Set<BroadcastState> UNDER_WAY = Set.of(APPROVED, SENDING);
    private static final Set<BroadcastState> AT_REST = Set.of(DRAFT, SUBMITTED, PAUSED);
    private static final Logger LOG = LoggerFactory.getLogger(BroadcastDispatcher.class);

    private final Broadcasts broadcasts;
    private final BroadcastStore store;
    private final RecipientStore recipients;
    private final Mustering mustering;
    private final BatchRun batchRun;
    private final Clock clock;
    private final String owner = UUID.randomUUID().toString();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean ending;

    /** Where broadcasts, those who get them, and the residents are kept. */
    public record Stores(BroadcastStore broadcasts, RecipientStore recipients, ResidentDirectory residents) {}

    public BroadcastDispatcher(
            Broadcasts broadcasts, Stores stores, GridTree tree, Carrier carrier, BroadcastTexts texts, Clock clock) {
        this.broadcasts = broadcasts;
        this.store = stores.broadcasts();
        this.recipients = stores.recipients();
        this.mustering = new Mustering(broadcasts, recipients, stores.residents(), tree, clock);
        this.batchRun = new BatchRun(carrier, recipients, texts, clock);
        this.clock = clock;
    }

    /**
     * Expires, starts and finishes what is to be; gives how many. One that fails does not hold up the others, and any number of drafts nobody
     * decides on keeps nothing approved from going out.
     */
    public Mono<Long> prepare() {
        return store.in(UNDER_WAY, MOST_AT_ONCE)
                .concatWith(store.in(AT_REST, MOST_AT_ONCE))
                .collectSortedList((a, b) -> Integer.compare(a.rank(), b.rank()))
                .flatMapIterable(all -> all)
                .concatMap(broadcast -> next(broadcast).onErrorResume(error -> {
                    LOG.warn("broadcast {} is tried again: {}", broadcast.id(), error.toString());
                    return Mono.empty();
                }))
                .filter(Change.Changed.class::isInstance)
                .count();
    }

    private Mono<Change> next(Broadcast broadcast) {
        if (broadcast.isOver(clock.instant())) {
            return broadcasts.change(broadcast.id(), known -> known.expire(clock.instant()));
        }
        return switch (broadcast.state()) {
            case APPROVED -> mustering.muster(broadcast.id());
            case SENDING -> finished(broadcast);
            case DRAFT, SUBMITTED, PAUSED, DONE, CANCELLED, EXPIRED -> Mono.empty();
        };
    }

    private Mono<Change> finished(Broadcast broadcast) {
        return recipients
                .batches(run(broadcast))
                .all(batch -> batch.progress() instanceof Progress.Settled)
                .filter(done -> done)
                .flatMap(_ -> broadcasts.change(broadcast.id(), known -> known.finish(clock.instant())));
    }

    /** Sends all that is due now; gives how many batches. While nothing is being sent, that is one question to the store. */
    public Mono<Long> send() {
        return store.in(Set.of(SENDING), 1)
                .hasElements()
                .filter(anything -> anything)
                .flatMapMany(_ -> Flux.range(0, CONCURRENCY))
                .flatMap(_ -> Mono.defer(this::counted).repeat().takeWhile(sent -> sent), CONCURRENCY)
                .count()
                .doOnNext(this::sent);
    }

    /** What was sent may have been the last of it. */
    private void sent(long batches) {
        if (batches > 0) {
            broadcasts.moved();
        }
    }

    /** Begins nothing new, and completes when what is being sent has come to an end, or has not for long. */
    public Mono<Void> stop() {
        return Mono.defer(() -> {
            ending = true;
            return Flux.interval(Duration.ZERO, LOOK_AGAIN)
                    .takeUntil(_ -> underWay.get() == 0)
                    .then()
                    .timeout(LONGEST_FAREWELL, Mono.empty());
        });
    }

    private Mono<Boolean> counted() {
        return Mono.using(
                underWay::incrementAndGet, _ -> ending ? Mono.just(false) : sendOne(), _ -> underWay.decrementAndGet());
    }

    /** False when nothing is due. */
    private Mono<Boolean> sendOne() {
        Instant now = clock.instant();
        return store.in(Set.of(SENDING), MOST_AT_ONCE)
                .filter(broadcast -> broadcast.maySend(now))
                .collect(Collectors.toMap(BroadcastDispatcher::run, Function.identity()))
                .filter(running -> !running.isEmpty())
                .flatMap(running -> recipients
                        .claim(running.keySet(), owner, now, now.plus(LEASE))
                        .flatMap(batch -> send(batch, running)))
                .defaultIfEmpty(false);
    }

    /** The broadcast is read once more: it may have been stopped since the batch was looked for. */
    private Mono<Boolean> send(Batch claimed, Map<String, Broadcast> running) {
        return store.find(claimed.id().broadcast())
                .filter(broadcast -> broadcast.maySend(clock.instant()) && running.containsKey(run(broadcast)))
                .flatMap(broadcast -> batchRun.send(claimed, broadcast))
                .switchIfEmpty(Mono.fromSupplier(() -> batchRun.untouched(claimed)))
                .flatMap(progress -> recipients.settle(claimed, progress))
                .thenReturn(true);
    }

    static String run(Broadcast broadcast) {
        return BatchId.runOf(broadcast.id(), broadcast.muster().edition());
    }
}
