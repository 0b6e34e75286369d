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

/** Runs a piece of work at once and then again and again, never two at a time; a failure is logged and the next round comes all the same. */
public final class Every {
    private static final Logger LOG = LoggerFactory.getLogger(Every.class);

    /** Longer than a step of the stores takes; what is not done by then is found again by whoever starts next. */
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(4);

    private final String name;
    private final Duration pause;
    private final Supplier<Mono<Long>> work;
    private final Sinks.Empty<Void> ending = Sinks.empty();
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile Disposable running = Disposables.disposed();

    /** @param work gives how many things it did, for the log */
    public Every(String name, Duration pause, Supplier<Mono<Long>> work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    public void start() {
        begun.set(true);
        running = Flux.interval(Duration.ZERO, pause)
                .onBackpressureDrop()
                .takeUntilOther(ending.asMono())
                .concatMap(round -> once(), 0)
                .doFinally(signal -> ended.tryEmitEmpty())
                .subscribe(this::told, error -> LOG.error("{} stopped", name, error));
    }

    private Mono<Long> once() {
        return Mono.defer(work).onErrorResume(error -> {
            LOG.warn("{} failed and will run again: {}", name, error.toString());
            return Mono.empty();
        });
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
