package cn.huying.bot.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.huying.bot.dialogue.Missed;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Alone, for it turns the clock everybody waits by. */
@Isolated
class UnansweredQueueTest {
    private static final Keyring KEYRING = new Keyring(new byte[32]);
    private static final Predicate<Throwable> AWAY = IllegalStateException.class::isInstance;

    private final InMemoryUnansweredStore store = new InMemoryUnansweredStore();
    private final TestClock clock = new TestClock(Messages.NOON);
    private final UnansweredQueue queue =
            new UnansweredQueue(store, KEYRING, words -> words.contains("家暴"), AWAY, clock);

    private static Missed missed(int n, String words) {
        return new Missed(InboxId.ofMessage(Messages.sender(1), "m" + n), words, Optional.empty());
    }

    private List<Unanswered> kept() {
        return Objects.requireNonNull(store.newest(20_000).collectList().block(Duration.ofSeconds(5)));
    }

    @Test
    void whatWasMissedShouldBeKeptWithoutATraceOfWhoAsked() {
        queue.add(new Missed(
                InboxId.ofMessage(Messages.sender(1), "m1"), " 我叫王小明，电话13800138000，怎么落户 ", Optional.of("hukou")));

        assertThat(kept()).singleElement().satisfies(one -> {
            assertThat(one.words()).isEqualTo("我叫〔姓名〕，电话〔号码〕，怎么落户");
            assertThat(one.entry()).hasToString("Optional[hukou]");
            assertThat(one.at()).isEqualTo(Messages.NOON);
            assertThat(one.id()).hasSize(32).doesNotContain("m1");
        });
    }

    @Test
    void idShouldBeOfNoUseWithoutTheKey() {
        byte[] another = new byte[32];
        another[0] = 1;
        queue.add(missed(1, "怎么落户"));
        new UnansweredQueue(store, new Keyring(another), _ -> false, AWAY, clock).add(missed(1, "怎么落户"));

        assertThat(kept()).extracting(Unanswered::id).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void messageHandledAgainShouldAddNothing() {
        queue.add(missed(1, "怎么落户"));
        queue.add(missed(1, "怎么落户"));
        queue.add(missed(2, "怎么落户"));

        assertThat(kept()).hasSize(2);
    }

    @Test
    void privateMattersShouldNeverBeKept() {
        queue.add(missed(1, "被家暴了可以离婚吗"));

        assertThat(kept()).isEmpty();
    }

    @Test
    void longStoryShouldBeCutBetweenCharacters() {
        queue.add(missed(1, "说".repeat(299) + "😀".repeat(50)));

        assertThat(kept())
                .singleElement()
                .satisfies(one -> assertThat(one.words()).hasSize(299).endsWith("说"));
    }

    /** Takes nothing until it is told to. */
    private final class Hanging implements UnansweredStore {
        private final List<Integer> writes = new ArrayList<>();
        private final Sinks.Empty<Void> gate = Sinks.empty();

        @Override
        public Mono<Void> keep(List<Unanswered> questions) {
            writes.add(questions.size());
            return writes.size() == 1 ? gate.asMono().then(store.keep(questions)) : store.keep(questions);
        }

        @Override
        public Flux<Unanswered> newest(int limit) {
            return store.newest(limit);
        }

        @Override
        public Mono<Long> dismiss(Collection<String> ids) {
            return store.dismiss(ids);
        }

        @Override
        public Mono<Long> forget(Instant askedBefore) {
            return store.forget(askedBefore);
        }
    }

    @Test
    void storeThatHangsShouldHoldNobodyUpAndTheRestShouldBeWrittenTogether() {
        Hanging hanging = new Hanging();
        UnansweredQueue slow = new UnansweredQueue(hanging, KEYRING, _ -> false, AWAY, clock);
        for (int i = 0; i < 300; i++) {
            slow.add(missed(i, "第" + i + "问"));
        }
        assertThat(kept()).isEmpty();

        hanging.gate.tryEmitEmpty();

        assertThat(kept()).hasSize(300);
        assertThat(hanging.writes).containsExactly(1, 200, 99);
    }

    @Test
    void whatComesWhileTooManyWaitShouldBeDropped() {
        Hanging hanging = new Hanging();
        UnansweredQueue slow = new UnansweredQueue(hanging, KEYRING, _ -> false, AWAY, clock);
        for (int i = 0; i < Backlog.MOST_WAITING + 5; i++) {
            slow.add(missed(i, "问"));
        }
        hanging.gate.tryEmitEmpty();

        assertThat(kept()).hasSize(Backlog.MOST_WAITING + 1);
    }

    @Test
    void writeThatFailsShouldBeTriedAgain() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try {
            List<Integer> tried = new ArrayList<>();
            UnansweredStore failing = failing(tried, new IllegalStateException("away"), 2);
            new UnansweredQueue(failing, KEYRING, _ -> false, AWAY, clock).add(missed(1, "怎么落户"));
            time.advanceTimeBy(Duration.ofMinutes(5));
        } finally {
            VirtualTimeScheduler.reset();
        }
        assertThat(kept()).hasSize(1);
    }

    @Test
    void whatTheStoreRefusesShouldBeDroppedAndTheNextBeKept() {
        List<Integer> tried = new ArrayList<>();
        UnansweredQueue refused = new UnansweredQueue(
                failing(tried, new IllegalArgumentException("no"), 1), KEYRING, _ -> false, AWAY, clock);

        refused.add(missed(1, "怎么落户"));
        refused.add(missed(2, "怎么办证"));

        assertThat(tried).containsExactly(1, 1);
        assertThat(kept()).extracting(Unanswered::words).containsExactly("怎么办证");
    }

    @Test
    void orderlyEndShouldWaitForWhatIsBeingWritten() {
        Hanging hanging = new Hanging();
        UnansweredQueue slow = new UnansweredQueue(hanging, KEYRING, _ -> false, AWAY, clock);
        slow.add(missed(1, "怎么落户"));
        slow.add(missed(2, "怎么办证"));

        StepVerifier.withVirtualTime(slow::drained)
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(1))
                .then(hanging.gate::tryEmitEmpty)
                .thenAwait(Duration.ofMillis(20))
                .verifyComplete();
        assertThat(kept()).hasSize(2);
    }

    @Test
    void orderlyEndShouldNotWaitForeverForAStoreThatIsAway() {
        UnansweredQueue slow = new UnansweredQueue(new Hanging(), KEYRING, _ -> false, AWAY, clock);
        slow.add(missed(1, "怎么落户"));

        StepVerifier.withVirtualTime(slow::drained)
                .thenAwait(Duration.ofSeconds(4))
                .verifyComplete();
    }

    @Test
    void faultOfTheQueueShouldNotReachTheMessage() {
        UnansweredQueue faulty = new UnansweredQueue(
                store,
                KEYRING,
                _ -> {
                    throw new IllegalStateException("broken");
                },
                AWAY,
                clock);

        assertThatCode(() -> faulty.add(missed(1, "怎么落户"))).doesNotThrowAnyException();
    }

    private UnansweredStore failing(List<Integer> tried, RuntimeException failure, int times) {
        return new UnansweredStore() {
            @Override
            public Mono<Void> keep(List<Unanswered> questions) {
                tried.add(questions.size());
                return tried.size() <= times ? Mono.error(failure) : store.keep(questions);
            }

            @Override
            public Flux<Unanswered> newest(int limit) {
                return Flux.empty();
            }

            @Override
            public Mono<Long> dismiss(Collection<String> ids) {
                return Mono.just(0L);
            }

            @Override
            public Mono<Long> forget(Instant askedBefore) {
                return Mono.just(0L);
            }
        };
    }
}
