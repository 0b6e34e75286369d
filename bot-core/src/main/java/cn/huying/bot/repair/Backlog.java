package cn.huying.bot.repair;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * What waits to be written beside the conversation: several at a time, in order, and again while the store is away. Nobody waits for it and nothing
 * fails by it. An orderly end waits for it a while; what still waits when the process dies is lost, and so is what the store refuses.
 */
final class Backlog<T> {
    static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration LONGEST_END = Duration.ofSeconds(3);
    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    private final String what;
    private final Function<List<T>, Mono<Void>> keep;
    private final Predicate<Throwable> isAway;
    private final Queue<T> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean writing = new AtomicBoolean();

    /**
     * @param what the plural it is called in the log
     * @param isAway whether a failure of the store is one that passes
     */
    Backlog(String what, Function<List<T>, Mono<Void>> keep, Predicate<Throwable> isAway) {
        this.what = what;
        this.keep = keep;
        this.isAway = isAway;
    }

    void add(T one) {
        if (!waiting.offer(one)) {
            LOG.warn("one of the {} was dropped: {} wait already", what, MOST_WAITING);
        }
        write();
    }

    /** When everything is written, or after a while; never fails. */
    Mono<Void> drained() {
        return Mono.fromSupplier(() -> waiting.isEmpty() && !writing.get())
                .filter(Boolean::booleanValue)
                .repeatWhenEmpty(rounds -> rounds.delayElements(LOOK).take(LONGEST_END.dividedBy(LOOK)))
                .doOnSuccess(done -> {
                    if (done == null) {
                        LOG.warn("{} {} and those being written are lost", waiting.size(), what);
                    }
                })
                .then();
    }

    private void write() {
        if (!waiting.isEmpty() && writing.compareAndSet(false, true)) {
            List<T> some = new ArrayList<>();
            for (T next = waiting.poll(); next != null; next = some.size() < MOST_AT_ONCE ? waiting.poll() : null) {
                some.add(next);
            }
            Mono.defer(() -> keep.apply(some))
                    .timeout(PATIENCE)
                    .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                            .maxBackoff(LONGEST_PAUSE)
                            .filter(isAway))
                    .doFinally(_ -> next())
                    .subscribe(
                            _ -> {},
                            error -> LOG.warn(
                                    "{} {} were lost: {}",
                                    some.size(),
                                    what,
                                    error.getClass().getSimpleName()));
        }
    }

    private void next() {
        writing.set(false);
        write();
    }
}
