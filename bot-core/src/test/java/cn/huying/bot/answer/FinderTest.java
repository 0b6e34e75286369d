package cn.huying.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.KnowledgeBase;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.faq.Action;
import cn.huying.knowledge.faq.Answer;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.Validity;
import cn.huying.knowledge.faq.Wording;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

@Timeout(30)
class FinderTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Books books = new Books();
    private final Scheduler beside = Schedulers.newBoundedElastic(1, 1, "looking", 60, true);
    private final Scheduler onwards = Schedulers.newSingle("onwards", true);

    @AfterEach
    void dispose() {
        books.gate.countDown();
        beside.dispose();
        onwards.dispose();
    }

    @Test
    void whatIsPlainShouldBeFoundOnTheSpot() {
        Thread here = Thread.currentThread();
        List<Thread> seen = new ArrayList<>();

        finder(PATIENCE)
                .find(ask("plain"))
                .doOnNext(_ -> seen.add(Thread.currentThread()))
                .block();

        assertThat(seen).containsExactly(here);
        assertThat(books.looks).isEmpty();
    }

    @Test
    void aCloserLookShouldBeTakenBesideAndLeftAgain() {
        books.gate.countDown();
        List<String> seen = new ArrayList<>();
        Finder finder = finder(LONG);

        Finding found = finder.find(ask("unclear"))
                .doOnNext(_ -> seen.add(Thread.currentThread().getName()))
                .block();

        assertThat(found).isInstanceOf(Finding.Choices.class);
        assertThat(books.looks).singleElement().asString().startsWith("looking");
        assertThat(seen).singleElement().asString().startsWith("onwards");
        assertThat(finder.looked()).isEqualTo(1);
    }

    @Test
    void wordsShouldDecideWhenTheLookTakesTooLong() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        Finder finder = new Finder(books, beside, time, PATIENCE, 1);
        List<Finding> found = new ArrayList<>();
        finder.find(ask("unclear")).subscribe(found::add);

        time.advanceTimeBy(PATIENCE.minusMillis(1));
        assertThat(found).isEmpty();
        time.advanceTimeBy(Duration.ofMillis(1));

        assertThat(found).containsExactly(new Finding.Unknown());
        assertThat(finder.refused()).isEqualTo(1);
    }

    @Test
    void wordsShouldDecideWhenThereIsNoRoom() {
        Finder finder = finder(LONG);
        Mono<Finding> first = finder.find(ask("unclear")).cache();
        first.subscribe();
        await(books.begun);
        Mono<Finding> second = finder.find(ask("unclear")).cache();
        second.subscribe();

        assertThat(finder.find(ask("unclear")).block()).isEqualTo(new Finding.Unknown());
        books.gate.countDown();

        assertThat(first.block()).isInstanceOf(Finding.Choices.class);
        assertThat(second.block()).isInstanceOf(Finding.Choices.class);
        assertThat(finder.refused()).isEqualTo(1);
        assertThat(finder.looked()).isEqualTo(2);
    }

    @Test
    void wordsShouldDecideWhenTheLookFails() {
        books.gate.countDown();
        Finder finder = finder(LONG);

        assertThat(finder.find(ask("broken")).block()).isEqualTo(new Finding.Unknown());
        assertThat(finder.refused()).isEqualTo(1);
    }

    @Test
    void wordsShouldDecideWhenLooksHaveTakenTheirShare() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        books.gate.countDown();
        books.meanwhile = () -> time.advanceTimeBy(Duration.ofSeconds(1));
        Finder finder = new Finder(books, Schedulers.immediate(), time, LONG, 0.5);
        List<Finding> found = new ArrayList<>();
        Runnable ask = () -> {
            finder.find(ask("unclear")).subscribe(found::add);
            time.advanceTime();
        };

        ask.run();
        ask.run();
        ask.run();
        time.advanceTimeBy(Duration.ofSeconds(2));
        ask.run();

        Finding looked = new Finding.Choices(List.of(Books.ENTRY));
        assertThat(found).containsExactly(looked, looked, new Finding.Unknown(), looked);
        assertThat(finder.refused()).isEqualTo(1);
    }

    private Finder finder(Duration patience) {
        return new Finder(books, beside, onwards, patience, 1);
    }

    private static Question ask(String text) {
        return new Question(text, List.of(), LocalDate.of(2026, 11, 22));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whatever is not plain takes until the gate is opened. */
    private static final class Books implements KnowledgeBase {
        private static final Entry ENTRY = new Entry(
                new EntryId("some-entry"),
                "例子",
                new Wording("问什么？", List.of()),
                new Answer("答什么。", List.of(), List.of()),
                List.of(),
                new Validity(
                        Validity.EVERYWHERE, LocalDate.of(2021, 1, 1), Optional.empty(), LocalDate.of(2026, 11, 1)),
                new Action(Optional.empty(), Optional.empty(), List.of()));
        private final CountDownLatch gate = new CountDownLatch(1);
        private final CountDownLatch begun = new CountDownLatch(1);
        private final List<String> looks = new ArrayList<>();
        private Runnable meanwhile = () -> {};

        @Override
        public Finding find(Question question) {
            looks.add(Thread.currentThread().getName());
            begun.countDown();
            await(gate);
            meanwhile.run();
            if (question.text().equals("broken")) {
                throw new IllegalStateException("the encoder failed");
            }
            return new Finding.Choices(List.of(ENTRY));
        }

        @Override
        public Optional<Finding> glance(Question question) {
            return question.text().equals("plain") ? Optional.of(new Finding.Direct(ENTRY, 1)) : Optional.empty();
        }

        @Override
        public Optional<Entry> entry(EntryId id) {
            return Optional.empty();
        }
    }
}
