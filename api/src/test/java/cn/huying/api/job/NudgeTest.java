package cn.huying.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class NudgeTest {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
    private final AtomicInteger rounds = new AtomicInteger();
    private final Nudge nudge = new Nudge();

    /** Every round takes as long as this. */
    private Duration effort = Duration.ZERO;

    private final Every job = new Every(
            "work",
            PAUSE,
            nudge,
            () -> Mono.delay(effort)
                    .doOnSubscribe(_ -> rounds.incrementAndGet())
                    .thenReturn(0L));

    @BeforeEach
    void start() {
        job.start();
        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(rounds).hasValue(1);
    }

    @AfterEach
    void reset() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void nudgedWorkShouldBeginAtOnce() {
        nudge.give();
        time.advanceTimeBy(Duration.ZERO);
        assertThat(rounds).hasValue(2);
    }

    @Test
    void roundsShouldGoOnAfterANudge() {
        nudge.give();
        time.advanceTimeBy(PAUSE);
        assertThat(rounds).as("the first, the nudged and the one that was due").hasValue(3);
        time.advanceTimeBy(PAUSE);
        assertThat(rounds).hasValue(4);
    }

    @Test
    void nudgesDuringWorkShouldBeFollowedByOneMoreRound() {
        effort = Duration.ofSeconds(2);
        nudge.give();
        time.advanceTimeBy(Duration.ofSeconds(1));
        nudge.give();
        nudge.give();
        nudge.give();
        assertThat(rounds).as("never two at a time").hasValue(2);

        time.advanceTimeBy(Duration.ofSeconds(1));
        assertThat(rounds).hasValue(3);
        time.advanceTimeBy(Duration.ofSeconds(3));
        assertThat(rounds).as("one for all of them").hasValue(3);
    }

    @Test
    void roundsDueDuringWorkShouldBeLeftOut() {
        effort = PAUSE.multipliedBy(2).plusSeconds(5);
        nudge.give();
        time.advanceTimeBy(effort);
        assertThat(rounds).hasValue(2);
        time.advanceTimeBy(Duration.ofSeconds(3));
        assertThat(rounds).as("the next is not due yet").hasValue(2);
        time.advanceTimeBy(PAUSE);
        assertThat(rounds).hasValue(3);
    }

    @Test
    void oneNudgeShouldWakeAllWhoShareIt() {
        AtomicInteger others = new AtomicInteger();
        new Every("other work", PAUSE, nudge, () -> Mono.fromSupplier(() -> (long) others.incrementAndGet())).start();
        time.advanceTimeBy(Duration.ZERO);

        nudge.give();
        time.advanceTimeBy(Duration.ZERO);

        assertThat(rounds).hasValue(2);
        assertThat(others).hasValue(2);
    }

    @Test
    void nudgeAfterTheEndShouldBeginNothing() {
        job.stop().subscribe();
        nudge.give();
        time.advanceTimeBy(PAUSE);
        assertThat(rounds).hasValue(1);
    }

    @Test
    void nudgeNobodyListensToShouldBeLost() {
        new Nudge().give();
    }
}
