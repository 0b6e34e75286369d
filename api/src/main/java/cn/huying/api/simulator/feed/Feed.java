package cn.huying.api.simulator.feed;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * Carries events to every open page. Keeps the newest for those that join late or come back; a reader that does not keep up is
 * disconnected rather than waited for. Published to by the clerk alone, read from anywhere.
 */
public final class Feed {
    public static final int KEPT = 500;
    private static final int NUMBERS_PER_MILLI = 1_000;
    private static final int LONGEST_BACKLOG = 1_000;
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Sinks.Many<Numbered> sink = Sinks.many().replay().limit(KEPT);
    private final AtomicLong ids;
    private final long first;
    private volatile long last;

    /** Numbers begin at the time of the start, so that a page which outlives a restart notices that it missed something. */
    public Feed(Clock clock) {
        this.first = clock.millis() * NUMBERS_PER_MILLI;
        this.last = first;
        this.ids = new AtomicLong(first);
    }

    /** @param number rises by one with each event */
    public record Numbered(long number, SimulatorEvent event) {}

    /** An id for something shown on the page; unique over all kinds and restarts. */
    public long nextId() {
        return ids.incrementAndGet();
    }

    public void publish(SimulatorEvent event) {
        long number = last + 1;
        last = number;
        sink.tryEmitNext(new Numbered(number, event));
    }

    public long last() {
        return last;
    }

    /** Everything after the given number, then what follows; begins with {@link SimulatorEvent.Missed} where some of it is not known any more. */
    public Flux<Numbered> after(long number) {
        return Flux.defer(() -> {
            long now = last();
            boolean missed = number > now || number < Math.max(first, now - KEPT);
            return missed ? later(now).startWith(new Numbered(now, new SimulatorEvent.Missed())) : later(number);
        });
    }

    /** Ends every open stream, so that a server that is shutting down does not wait for them. */
    public void close() {
        sink.emitComplete(Sinks.EmitFailureHandler.busyLooping(GOODBYE));
    }

    private Flux<Numbered> later(long number) {
        return sink.asFlux().filter(event -> event.number() > number).onBackpressureBuffer(LONGEST_BACKLOG);
    }
}
