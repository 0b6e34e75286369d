package cn.huying.api.job;

import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs a piece of work at once and then again and again, never two at a time; a failure is logged and the next round comes all the same. */
public final class Every implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Every.class);

    private final String name;
    private final Duration pause;
    private final Supplier<Mono<Long>> work;
    private Disposable running = Disposables.disposed();

    /** @param work gives how many things it did, for the log */
    public Every(String name, Duration pause, Supplier<Mono<Long>> work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    public void start() {
        running = Flux.interval(Duration.ZERO, pause)
                .onBackpressureDrop()
                .concatMap(round -> once(), 0)
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

    @Override
    public void close() {
        running.dispose();
    }
}
