package cn.huying.api.simulator.town;

import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Does everything of the simulator one thing after the other, on a thread of its own. What happens there needs no locks, and no event loop
 * of the program ever waits for one.
 */
public final class Clerk implements AutoCloseable {
    private static final int MOST_WAITING = 100_000;
    private static final int SECONDS_IDLE = 60;

    private final Scheduler desk = Schedulers.newBoundedElastic(1, MOST_WAITING, "simulator", SECONDS_IDLE, true);

    /** What the work gives, once it is its turn. */
    public <T> Mono<T> ask(Supplier<T> work) {
        return Mono.fromSupplier(work).subscribeOn(desk);
    }

    /** Where what comes from elsewhere goes on. */
    public Scheduler desk() {
        return desk;
    }

    @Override
    public void close() {
        desk.dispose();
    }
}
