package cn.huying.bot.delivery;

import cn.huying.bot.delivery.channel.DeliveryResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitResult;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * Sends what aggregates have to tell. Entries written on this replica go out at once on a hint; a sweep at start and every {@link #SWEEP}
 * finds what was left by a crash, a lost hint or another replica.
 */
public final class OutboxDispatcher {
    static final Duration SWEEP = Duration.ofSeconds(15);
    static final Duration LONGEST_SEND = Duration.ofSeconds(10);
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(8);
    private static final int SWEPT_AT_ONCE = 1000;
    /** What a sweep finds goes out so far apart that residents' messages fit between: on one core sixty at once held them up for 200 ms. */
    private static final Duration APART = Duration.ofMillis(10);

    private static final int SETTLE_RETRIES = 3;
    private static final Duration SETTLE_PAUSE = Duration.ofMillis(200);
    private static final int MOST_HINTS = 4096;
    private static final Logger LOG = LoggerFactory.getLogger(OutboxDispatcher.class);

    private final List<OutboxStore> stores;
    private final Courier courier;
    private final Berths berths = new Berths();
    private final Clock clock;
    private final Scheduler scheduler;
    private final String owner = UUID.randomUUID().toString();
    private final Sinks.Many<Errand> hints =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_HINTS));
    private final Sinks.Empty<Void> stopping = Sinks.empty();
    private final Sinks.Empty<Void> stopped = Sinks.empty();
    private final Map<Errand, Instant> awaited = new ConcurrentHashMap<>();
    private final DoubleSupplier jitter;
    private volatile boolean ending;
    private @Nullable Disposable running;

    /** An aggregate whose outbox is to be looked at. */
    private record Errand(OutboxStore store, String aggregate) {}

    /** @param scheduler carries the sweep's clock and the pauses; sending itself runs where the channels run it */
    public OutboxDispatcher(List<OutboxStore> stores, Courier courier, Clock clock, Scheduler scheduler) {
        this(
                stores,
                courier,
                clock,
                scheduler,
                () -> ThreadLocalRandom.current().nextDouble());
    }

    OutboxDispatcher(
            List<OutboxStore> stores, Courier courier, Clock clock, Scheduler scheduler, DoubleSupplier jitter) {
        this.stores = List.copyOf(stores);
        this.courier = courier;
        this.clock = clock;
        this.scheduler = scheduler;
        this.jitter = jitter;
    }

    /** Where whoever writes into this store's outboxes leaves hints. */
    public OutboxHints hints(OutboxStore store) {
        return aggregate -> hint(new Errand(store, aggregate));
    }

    public synchronized void start() {
        if (running != null) {
            throw new IllegalStateException("a dispatcher is started once");
        }
        Flux<Errand> left = Flux.interval(Duration.ZERO, SWEEP, scheduler)
                .onBackpressureDrop()
                .concatMap(tick -> sweep().concatMap(this::thenAPause, 1), 1);
        running = Flux.merge(hints.asFlux(), left)
                .takeUntilOther(stopping.asMono())
                .flatMap(this::run, Berths.OF_ALL_HOSTS)
                .doFinally(signal -> stopped.tryEmitEmpty())
                .subscribe(done -> {}, error -> LOG.error("the dispatcher of outboxes ended", error));
    }

    /** Takes nothing new, lets what is being sent come to an end, and completes. */
    public Mono<Void> stop() {
        return Mono.defer(() -> {
            ending = true;
            stopping.tryEmitEmpty();
            return started()
                    ? stopped.asMono().timeout(LONGEST_FAREWELL, Mono.fromRunnable(this::abandon))
                    : Mono.empty();
        });
    }

    private synchronized boolean started() {
        return running != null;
    }

    private synchronized void abandon() {
        if (running != null) {
            running.dispose();
        }
    }

    private void hint(Errand errand) {
        EmitResult result = hints.tryEmitNext(errand);
        while (result == EmitResult.FAIL_NON_SERIALIZED) {
            Thread.onSpinWait();
            result = hints.tryEmitNext(errand);
        }
    }

    private Flux<Errand> sweep() {
        return Flux.fromIterable(stores).concatMap(this::due);
    }

    /** At once, and nothing more for a moment. */
    private Flux<Errand> thenAPause(Errand found) {
        return Flux.just(found).concatWith(Mono.<Errand>empty().delaySubscription(APART, scheduler));
    }

    private Flux<Errand> due(OutboxStore store) {
        return store.due(clock.instant(), SWEPT_AT_ONCE)
                .map(aggregate -> new Errand(store, aggregate))
                .onErrorResume(error -> {
                    LOG.warn("cannot look for due {}: {}", store.name(), error.toString());
                    return Flux.empty();
                });
    }

    /** Sends all that is due in one outbox, one after the other. One failing aggregate never ends the stream. */
    private Mono<Void> run(Errand errand) {
        return Mono.defer(() -> sendOne(errand))
                .repeat(() -> !ending)
                .takeWhile(more -> more)
                .then()
                .onErrorResume(error -> {
                    LOG.warn(
                            "outbox of {} {} is left to the sweep: {}",
                            errand.store().name(),
                            errand.aggregate(),
                            error.toString());
                    return Mono.empty();
                });
    }

    /** False when nothing more is due now, or another replica has it. */
    private Mono<Boolean> sendOne(Errand errand) {
        return errand.store()
                .claim(errand.aggregate(), owner, clock.instant())
                .flatMap(entry -> carry(entry).flatMap(attempt -> settle(errand, entry, attempt)))
                .defaultIfEmpty(false);
    }

    private Mono<Attempt> carry(OutboxEntry entry) {
        Mono<Attempt> sending =
                courier.carry(entry, clock.instant()).timeout(LONGEST_SEND, Mono.just(unknown("TIMEOUT")), scheduler);
        return berths.at(entry.target(), sending).onErrorResume(error -> {
            LOG.error("sending outbox entry {} failed in a way no channel should", entry.id(), error);
            return Mono.just(unknown(error.getClass().getSimpleName()));
        });
    }

    private static Attempt unknown(String cause) {
        return new Attempt.Answered(new DeliveryResult.Unknown(cause));
    }

    private Mono<Boolean> settle(Errand errand, OutboxEntry entry, Attempt attempt) {
        Delivery next = Outbox.judge(entry, attempt, clock.instant(), jitter.getAsDouble());
        report(errand, entry, next, attempt);
        return errand.store()
                .settle(errand.aggregate(), entry, next)
                .retryWhen(Retry.backoff(SETTLE_RETRIES, SETTLE_PAUSE).scheduler(scheduler))
                .map(due -> isDueNow(errand, due));
    }

    private boolean isDueNow(Errand errand, Instant due) {
        Duration pause = Duration.between(clock.instant(), due);
        if (!pause.isPositive()) {
            return true;
        }
        if (pause.compareTo(SWEEP) <= 0) {
            awaken(errand, due, pause);
        }
        return false;
    }

    /** What is due again before the next sweep gets a hint of its own. */
    private void awaken(Errand errand, Instant due, Duration pause) {
        Instant sooner = awaited.get(errand);
        if (sooner != null && !due.isBefore(sooner)) {
            return;
        }
        awaited.put(errand, due);
        try {
            scheduler.schedule(() -> awaken(errand), pause.toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            awaited.remove(errand);
        }
    }

    private void awaken(Errand errand) {
        awaited.remove(errand);
        hint(errand);
    }

    private static void report(Errand errand, OutboxEntry entry, Delivery next, Attempt attempt) {
        String store = errand.store().name();
        switch (next) {
            case Delivery.Failed(int _, Instant _, Delivery.Failure failure, int code) ->
                LOG.warn("{} {} is a dead letter: {} {}", store, entry.id(), failure, code);
            case Delivery.Unknown(int _, Instant _, String cause) ->
                LOG.warn("{} {} may or may not have gone out: {}", store, entry.id(), cause);
            case Delivery.New _
            when attempt instanceof Attempt.Answered(DeliveryResult.ChannelDown(int code)) ->
                LOG.error("a channel is banned or misconfigured ({}), {} {} waits", code, store, entry.id());
            case Delivery.New _, Delivery.Sending _, Delivery.Sent _ ->
                LOG.debug("{} {}: {}", store, entry.id(), next.getClass().getSimpleName());
        }
    }
}
