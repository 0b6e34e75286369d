package cn.huying.api.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Demo;
import cn.huying.api.simulator.HandClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class FeedTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final HandClock clock = new HandClock();
    private final Feed feed = new Feed(clock);

    @Test
    void lateReaderGetsWhatItMissedThenWhatFollows() {
        long start = feed.last();
        publish(3);
        StepVerifier.create(feed.after(start + 1).map(Feed.Numbered::number))
                .expectNext(start + 2, start + 3)
                .then(() -> publish(1))
                .expectNext(start + 4)
                .thenCancel()
                .verify(LONG);
    }

    @Test
    void readerFarBehindIsToldToLoadAgainAndStaysConnected() {
        long start = feed.last();
        publish(Feed.KEPT + 1);
        StepVerifier.create(feed.after(start).map(Feed.Numbered::event))
                .expectNext(new SimulatorEvent.Missed())
                .then(() -> publish(1))
                .expectNextCount(1)
                .thenCancel()
                .verify(LONG);
    }

    @Test
    void readerFromBeforeARestartIsToldToLoadAgain() {
        publish(3);
        long seen = feed.last();
        clock.forward(Duration.ofSeconds(2));
        assertThat(first(new Feed(clock), seen)).isEqualTo(new SimulatorEvent.Missed());
    }

    @Test
    void readerFromTheFutureIsToldToLoadAgain() {
        assertThat(first(feed, feed.last() + 1)).isEqualTo(new SimulatorEvent.Missed());
    }

    @Test
    void stalledReaderIsDisconnected() {
        long start = feed.last();
        StepVerifier.create(feed.after(start), 0)
                .then(() -> publish(1_001))
                .thenRequest(Long.MAX_VALUE)
                .thenConsumeWhile(_ -> true)
                .expectError()
                .verify(LONG);
    }

    @Test
    void closingEndsEveryStream() {
        StepVerifier.create(feed.after(feed.last())).then(feed::close).verifyComplete();
        publish(1);
    }

    @Test
    void recentForgetsTheOldest() {
        var recent = new Recent<Integer>(3);
        List.of(1, 2, 3, 4).forEach(recent::add);
        assertThat(recent.list()).containsExactly(2, 3, 4);
        assertThat(recent.last(2)).containsExactly(3, 4);
    }

    private void publish(int count) {
        for (int i = 0; i < count; i++) {
            feed.publish(new SimulatorEvent.Typing(Demo.RESIDENT, true));
        }
    }

    private static SimulatorEvent first(Feed feed, long after) {
        return feed.after(after).next().blockOptional(LONG).orElseThrow().event();
    }
}
