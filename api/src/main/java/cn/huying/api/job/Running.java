package cn.huying.api.job;

import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Background work between the moment the doors are open and the end. It ends before the web server does, whose event loops the stores share:
 * work that goes on after them would wait for answers nobody can bring any more.
 */
public final class Running implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final int ALL_AT_ONCE = 16;

    private final Runnable begin;
    private final Supplier<Mono<Void>> end;
    private volatile boolean running;

    /** @param end lets what is being done come to an end, within the patience of a shutdown phase */
    public Running(Runnable begin, Supplier<Mono<Void>> end) {
        this.begin = begin;
        this.end = end;
    }

    public static Running of(Every... jobs) {
        List<Every> all = List.of(jobs);
        return new Running(() -> all.forEach(Every::start), () -> ended(all));
    }

    /** Everything is told to end at the same time. */
    public static Mono<Void> ended(List<Every> jobs) {
        return Flux.fromIterable(jobs).flatMap(Every::stop, ALL_AT_ONCE).then();
    }

    @Override
    public void start() {
        begin.run();
        running = true;
    }

    @Override
    public void stop(Runnable callback) {
        running = false;
        end.get()
                .doFinally(signal -> callback.run())
                .subscribe(done -> {}, error -> LOG.warn("background work did not end in order: {}", error.toString()));
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
