package cn.huying.api.job;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Runs a piece of work at once and then again and again, never two at a time; a failure is logged and the next round comes all the same. A
 * nudge begins a round at once; one that comes while work is being done is followed by another round, for that work may have looked too early.
 */
public final class Every {
    private static final Logger LOG = LoggerFactory.getLogger(Every.class);

    /** Longer than a step of the stores takes; what is not done by then is found again by whoever starts next. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(4);

    private final String name;
    private final Duration pause;
    private final Nudge nudge;
    private final Supplier<Mono<Long>> work;
    private final Sinks.Empty<Void> ending = Sinks.empty();
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean busy;
    private volatile Disposable running = Disposables.disposed();

    /** @param work gives how many things it did, for the log */
    public Every(String name, Duration pause, Supplier<Mono<Long>> work) {
        this(name, pause, new Nudge(), work);
    }

    /** @param nudge may be shared with other jobs */
    public Every(String name, Duration pause, Nudge nudge, Supplier<Mono<Long>> work) {
        this.name = name;
        this.pause = pause;
        this.nudge = nudge;
        this.work = work;
    }

    public void start() {
        begun.set(true);
        running = Flux.merge(rounds(), nudge.given())
                .onBackpressureLatest()
                .takeUntilOther(ending.asMono())
                .concatMap(_ -> once(), 0)
                .doFinally(signal -> ended.tryEmitEmpty())
                .subscribe(this::told, error -> LOG.error("{} stopped", name, error));
    }

    /** A round that falls due during another is left out. */
    private Flux<Boolean> rounds() {
        return Flux.interval(Duration.ZERO, pause)
                .onBackpressureDrop()
                .filter(_ -> !busy)
                .map(_ -> true);
    }

    private Mono<Long> once() {
        return Mono.defer(this::begun)
                .subscribeOn(Schedulers.parallel())
                .onErrorResume(error -> {
                    LOG.warn("{} failed and will run again: {}", name, error.toString());
                    return Mono.empty();
                })
                .doOnTerminate(() -> busy = false);
    }

    private Mono<Long> begun() {
        busy = true;
        return work.get();
    }

    private void told(long done) {
        if (done > 0) {
            LOG.info("{}: {}", name, done);
        }
    }

    /** Begins no other round, lets the one that runs come to an end, and completes. */
    public Mono<Void> stop() {
        return Mono.defer(() -> {
            ending.tryEmitEmpty();
            return begun.get() ? ended.asMono().timeout(LONGEST_FAREWELL, abandoned()) : Mono.empty();
        });
    }

    private Mono<Void> abandoned() {
        return Mono.fromRunnable(() -> {
            LOG.info("{}: still at work, left", name);
            running.dispose();
        });
    }
}
