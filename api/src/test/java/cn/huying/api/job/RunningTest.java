package cn.huying.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

class RunningTest {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicBoolean ended = new AtomicBoolean();

    @AfterEach
    void reset() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void workShouldRunAtOnceAndAgainUntilStopped() {
        Running running = started(Mono.fromSupplier(() -> (long) rounds.incrementAndGet()));
        time.advanceTimeBy(Duration.ZERO);
        assertThat(rounds).hasValue(1);
        time.advanceTimeBy(PAUSE);
        assertThat(rounds).hasValue(2);

        running.stop(() -> ended.set(true));

        assertThat(ended).isTrue();
        assertThat(running.isRunning()).isFalse();
        time.advanceTimeBy(PAUSE.multipliedBy(3));
        assertThat(rounds).hasValue(2);
    }

    @Test
    void workShouldGoOnAfterAFailure() {
        started(Mono.defer(() -> {
            rounds.incrementAndGet();
            return Mono.error(new IllegalStateException("away"));
        }));
        time.advanceTimeBy(PAUSE);
        assertThat(rounds).hasValue(2);
    }

    @Test
    void endShouldWaitForWhatIsBeingDone() {
        Sinks.One<Long> work = Sinks.one();
        Running running = started(work.asMono());
        time.advanceTimeBy(Duration.ofSeconds(1));

        running.stop(() -> ended.set(true));
        assertThat(ended).isFalse();

        work.tryEmitValue(1L);
        assertThat(ended).isTrue();
    }

    @Test
    void endShouldNotWaitLongerThanAShutdownPhase() {
        AtomicBoolean given = new AtomicBoolean();
        Running running = started(Mono.<Long>never().doOnCancel(() -> given.set(true)));
        time.advanceTimeBy(Duration.ofSeconds(1));

        running.stop(() -> ended.set(true));
        time.advanceTimeBy(Duration.ofSeconds(3));
        assertThat(ended).isFalse();
        time.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(ended).isTrue();
        assertThat(given).as("what still ran was given up").isTrue();
    }

    @Test
    void endOfWhatNeverBeganShouldBeImmediate() {
        new Running(() -> {}, () -> new Every("nothing", PAUSE, Mono::never).stop()).stop(() -> ended.set(true));
        assertThat(ended).isTrue();
    }

    @Test
    void workShouldEndBeforeTheWebServerDoes() {
        assertThat(started(Mono.just(1L)).getPhase())
                .isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
    }

    private static Running started(Mono<Long> work) {
        Running running = Running.of(new Every("work", PAUSE, () -> work));
        running.start();
        return running;
    }
}
