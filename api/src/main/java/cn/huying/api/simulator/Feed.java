package cn.huying.api.simulator;

import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Carries events to every open page. Keeps the newest for those that join late or come back; a reader that does not keep up is
 * disconnected rather than waited for.
 */
final class Feed {
    static final int KEPT = 500;
    private static final int LONGEST_BACKLOG = 1_000;

    private final Sinks.Many<Numbered> sink = Sinks.many().replay().limit(KEPT);
    private final AtomicLong ids = new AtomicLong();
    private long last;

    /** @param number rises by one with each event */
    record Numbered(long number, SimulatorEvent event) {}

    /** An id for something shown on the page; unique over all kinds. */
    long nextId() {
        return ids.incrementAndGet();
    }

    synchronized void publish(SimulatorEvent event) {
        last++;
        sink.tryEmitNext(new Numbered(last, event)).orThrow();
    }

    synchronized long last() {
        return last;
    }

    /** Everything after the given number, then what follows; begins with {@link SimulatorEvent.Missed} when that is not known any more. */
    Flux<Numbered> after(long number) {
        return Flux.defer(() -> {
            long now = last();
            if (number > now || number < now - KEPT) {
                return Flux.just(new Numbered(now, new SimulatorEvent.Missed()));
            }
            return sink.asFlux().filter(event -> event.number() > number).onBackpressureBuffer(LONGEST_BACKLOG);
        });
    }
}
