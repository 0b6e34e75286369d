package cn.huying.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.delivery.allowance.InMemoryQuotaLedger;
import cn.huying.bot.delivery.allowance.Opening;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.delivery.channel.RecordingChannels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

/** In virtual time: the clock is the scheduler's. */
final class OutboxDispatcherTest {
    private static final Instant T0 = Entries.T0;

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final Clock clock = new SchedulersClock(time);
    private final InMemoryOutboxStore store = new InMemoryOutboxStore();
    private final RecordingChannels channels = new RecordingChannels();
    private final InMemoryQuotaLedger quotas = new InMemoryQuotaLedger(clock);
    private final OutboxDispatcher dispatcher = dispatcher();

    @AfterEach
    void stop() {
        dispatcher.stop().block(Duration.ofSeconds(5));
        time.dispose();
    }

    @Test
    void hintedEntryShouldGoOutAtOnceAndLeaveTheOutbox() {
        dispatcher.start();
        store.write("r1", Entries.post("a", false));
        dispatcher.hints(store).written("r1");
        assertThat(channels.posts).hasSize(1);
        assertThat(store.outbox("r1")).isEmpty();
    }

    @Test
    void startShouldFindWhatACrashLeft() {
        store.write("r1", Entries.post("a", false));
        dispatcher.start();
        pass(Duration.ZERO);
        assertThat(channels.posts).hasSize(1);
    }

    @Test
    void hintsBeforeTheStartShouldNotBeLost() {
        store.write("r1", Entries.post("a", false));
        dispatcher.hints(store).written("r1");
        dispatcher.start();
        assertThat(channels.posts).hasSize(1);
    }

    @Test
    void sweepShouldFindWhatNobodyHintedAt() {
        dispatcher.start();
        store.write("r1", Entries.post("a", false));
        pass(OutboxDispatcher.SWEEP.minusMillis(1));
        assertThat(channels.posts).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(channels.posts).hasSize(1);
    }

    @Test
    void allEntriesOfOneOutboxShouldGoOutInOrder() {
        quotas.opened(Entries.SENDER, T0, Opening.WROTE).block();
        store.write("r1", Entries.post("a", false), Entries.notice("b"), Entries.lateReply("c"));
        dispatcher.start();
        pass(Duration.ZERO);
        assertThat(channels.posts).hasSize(1);
        assertThat(channels.messages).hasSize(2);
        assertThat(channels.messages.get(1)).isEqualTo("垃圾清运在每天早上七点。");
    }

    @Test
    void retryShouldComeAfterItsPauseWithoutWaitingForTheSweep() {
        AtomicInteger tries = new AtomicInteger();
        channels.answer = words -> Mono.just(
                tries.incrementAndGet() < 3
                        ? new DeliveryResult.RetryAfter(Duration.ofSeconds(2), -1)
                        : new DeliveryResult.Delivered("x"));
        store.write("r1", Entries.post("a", false));
        dispatcher.start();
        pass(Duration.ofMillis(1990));
        assertThat(channels.posts).hasSize(1);
        pass(Duration.ofMillis(20));
        assertThat(channels.posts).hasSize(2);
        pass(Duration.ofMillis(2010));
        assertThat(channels.posts).hasSize(3);
        assertThat(store.outbox("r1")).isEmpty();
    }

    @Test
    void emptyBucketShouldDelayThePostOnly() {
        quotas.opened(Entries.SENDER, T0, Opening.WROTE).block();
        channels.pauses.add(Duration.ofSeconds(4));
        store.write("r1", Entries.post("a", true), Entries.notice("b"));
        dispatcher.start();
        pass(Duration.ZERO);
        assertThat(channels.posts).isEmpty();
        assertThat(channels.messages).hasSize(1);
        pass(Duration.ofMillis(4001));
        assertThat(channels.posts).hasSize(1);
    }

    @Test
    void unknownOutcomeOfARoutinePostShouldBeListedAndNotSentAgain() {
        channels.answer = words -> Mono.just(new DeliveryResult.Unknown("RESET"));
        store.write("r1", Entries.post("a", false));
        dispatcher.start();
        pass(Duration.ofHours(2));
        assertThat(channels.posts).hasSize(1);
        assertThat(store.listed(10).collectList().block()).hasSize(1);
    }

    @Test
    void unknownOutcomeOfAnUrgentPostShouldBeSentAgainButNotForEver() {
        channels.answer = words -> Mono.just(new DeliveryResult.Unknown("RESET"));
        store.write("r1", Entries.post("a", true));
        dispatcher.start();
        pass(Duration.ofHours(2));
        assertThat(channels.posts).hasSize(Outbox.MOST_BLIND_ATTEMPTS);
        assertThat(store.listed(10).collectList().block()).hasSize(1);
    }

    @Test
    void whatASweepFindsShouldNotGoOutAllAtOnce() {
        for (int i = 0; i < 50; i++) {
            store.write("post" + i, Entries.post("p" + i, false, "g" + i));
        }
        dispatcher.start();
        pass(Duration.ZERO);
        assertThat(channels.posts).hasSize(1);
        pass(Duration.ofSeconds(1));
        assertThat(channels.posts).hasSize(50);
    }

    @Test
    void hangingHostShouldHoldUpOnlyWhatGoesToIt() {
        quotas.opened(Entries.SENDER, T0, Opening.WROTE).block();
        channels.answer = words -> words.startsWith("group.") ? Mono.never() : delivered();
        for (int i = 0; i < 3 * Berths.OF_EACH_HOST; i++) {
            store.write("post" + i, Entries.post("p" + i, false, "g" + i));
        }
        dispatcher.start();
        pass(Duration.ofSeconds(1));
        assertThat(channels.posts).hasSize(Berths.OF_EACH_HOST);

        store.write("r1", Entries.notice("n"));
        dispatcher.hints(store).written("r1");
        assertThat(channels.messages).hasSize(1);
        pass(OutboxDispatcher.LONGEST_SEND.multipliedBy(4));
        assertThat(channels.posts).hasSize(3 * Berths.OF_EACH_HOST);
    }

    @Test
    void whatFoundNoPlaceShouldGoOutWhenThereIsOne() {
        Sinks.One<DeliveryResult> slow = Sinks.one();
        channels.answer = words -> slow.asMono();
        for (int i = 0; i <= Berths.OF_EACH_HOST; i++) {
            store.write("post" + i, Entries.post("p" + i, false, "g" + i));
        }
        dispatcher.start();
        pass(Duration.ZERO);
        slow.tryEmitValue(new DeliveryResult.Delivered("x"));
        pass(Berths.TAKEN.plusMillis(10));
        assertThat(channels.posts).hasSize(Berths.OF_EACH_HOST + 1);
    }

    private static Mono<DeliveryResult> delivered() {
        return Mono.just(new DeliveryResult.Delivered("x"));
    }

    @Test
    void hangingChannelShouldCountAsUnknownAndFreeItsPlace() {
        channels.answer = words -> Mono.never();
        store.write("r1", Entries.post("a", false));
        dispatcher.start();
        pass(OutboxDispatcher.LONGEST_SEND.plusMillis(1));
        assertThat(store.outbox("r1").getFirst().delivery()).isInstanceOf(Delivery.Unknown.class);
    }

    @Test
    void residentWithoutAllowanceShouldBeListedAsUnreachable() {
        store.write("r1", Entries.notice("a"));
        dispatcher.start();
        pass(Duration.ZERO);
        assertThat(channels.messages).isEmpty();
        assertThat(store.outbox("r1").getFirst().delivery()).isInstanceOf(Delivery.Failed.class);
    }

    @Test
    void outcomeShouldBeKeptThoughTheStoreIsAwayForAMoment() {
        store.failuresToCome.set(2);
        store.write("r1", Entries.post("a", false));
        dispatcher.start();
        pass(Duration.ofSeconds(5));
        assertThat(channels.posts).hasSize(1);
        assertThat(store.outbox("r1")).isEmpty();
    }

    @Test
    void oneBrokenAggregateShouldNotStopTheOthers() {
        store.failuresToCome.set(4);
        store.write("r1", Entries.post("a", false));
        dispatcher.start();
        pass(Duration.ofSeconds(10));
        store.write("r2", Entries.post("b", false));
        dispatcher.hints(store).written("r2");
        assertThat(channels.posts).hasSize(2);
        assertThat(store.outbox("r2")).isEmpty();
    }

    @Test
    void channelThatThrowsShouldNotStopTheDispatcher() {
        channels.answer = words -> Mono.error(new IllegalStateException("bug"));
        store.write("r1", Entries.post("a", false));
        dispatcher.start();
        pass(Duration.ZERO);
        channels.answer = words -> Mono.just(new DeliveryResult.Delivered(""));
        store.write("r2", Entries.post("b", false));
        dispatcher.hints(store).written("r2");
        assertThat(store.outbox("r2")).isEmpty();
        assertThat(store.outbox("r1").getFirst().delivery()).isInstanceOf(Delivery.Unknown.class);
    }

    @Test
    void twoDispatchersShouldNeverSendTheSameEntry() {
        OutboxDispatcher second = dispatcher();
        for (int i = 0; i < 200; i++) {
            store.write("r" + i, Entries.post("e" + i, true, "g" + i));
        }
        dispatcher.start();
        second.start();
        pass(Duration.ofMinutes(1));
        second.stop().block(Duration.ofSeconds(5));
        assertThat(channels.posts).hasSize(200);
    }

    @Test
    void stopShouldWaitForWhatIsBeingSentAndTakeNothingNew() {
        Sinks.One<DeliveryResult> held = Sinks.one();
        channels.answer = words -> held.asMono();
        store.write("r1", Entries.post("a", false), Entries.post("b", false));
        dispatcher.start();
        pass(Duration.ZERO);
        AtomicInteger stopped = new AtomicInteger();
        Mono<Void> stopping = dispatcher.stop().doOnSuccess(done -> stopped.incrementAndGet());
        var waiting = stopping.subscribe();
        assertThat(stopped).hasValue(0);
        held.tryEmitValue(new DeliveryResult.Delivered("x"));
        assertThat(stopped).hasValue(1);
        assertThat(channels.posts).hasSize(1);
        waiting.dispose();
    }

    @Test
    void dispatcherShouldStartOnlyOnce() {
        dispatcher.start();
        assertThatThrownBy(dispatcher::start).isInstanceOf(IllegalStateException.class);
    }

    private OutboxDispatcher dispatcher() {
        Courier courier = new Courier(channels, channels, channels, quotas, channels);
        return new OutboxDispatcher(List.of(store), courier, clock, time, () -> 0);
    }

    private void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }

    /** T0 plus what has passed in virtual time. */
    private static final class SchedulersClock extends Clock {
        private final VirtualTimeScheduler scheduler;

        SchedulersClock(VirtualTimeScheduler scheduler) {
            this.scheduler = scheduler;
        }

        @Override
        public Instant instant() {
            return T0.plusMillis(scheduler.now(TimeUnit.MILLISECONDS));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
