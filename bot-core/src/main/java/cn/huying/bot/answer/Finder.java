package cn.huying.bot.answer;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.KnowledgeBase;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Asks the knowledge base. What is plain at a glance is found on the spot; a closer look, which computes the meaning of the question, is taken
 * on a thread of its own, and what words say stands in for it when there is no room or no time, or when looks have taken their share of the machine.
 */
public final class Finder {
    private static final Logger log = LoggerFactory.getLogger(Finder.class);
    /** Of looking may be saved up: some hundred looks for a sudden rush. */
    private static final Duration SAVED_UP = Duration.ofSeconds(1);

    private final KnowledgeBase knowledge;
    private final Scheduler beside;
    private final Scheduler onwards;
    private final Duration patience;
    private final LookingTime time;
    private final LongAdder glanced = new LongAdder();
    private final LongAdder looked = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /**
     * @param beside where closer looks are taken; bounded: what it refuses is left to the words
     * @param onwards where everything goes on after a closer look
     * @param patience how long a question may wait for its turn and its look
     * @param share how much of one processor's time looks may take on the average
     */
    public Finder(KnowledgeBase knowledge, Scheduler beside, Scheduler onwards, Duration patience, double share) {
        this.knowledge = knowledge;
        this.beside = beside;
        this.onwards = onwards;
        this.patience = patience;
        this.time = new LookingTime(share, SAVED_UP.toNanos(), now());
    }

    /** Takes closer looks on the spot: for a knowledge base that has none, and for tests. */
    public static Finder onTheSpot(KnowledgeBase knowledge) {
        return new Finder(knowledge, Schedulers.immediate(), Schedulers.parallel(), Duration.ofSeconds(10), 1);
    }

    /** Always finds something, if only that nothing is known. */
    public Mono<Finding> find(Question question) {
        Optional<Finding> plain = knowledge.glance(question);
        if (plain.isEmpty()) {
            return closely(question);
        }
        glanced.increment();
        return Mono.just(plain.get());
    }

    private Mono<Finding> closely(Question question) {
        return closely(
                () -> {
                    Finding found = knowledge.find(question);
                    looked.increment();
                    return found;
                },
                () -> {
                    refused.increment();
                    return knowledge.byWords(question);
                });
    }

    /**
     * Another look that takes milliseconds: on the same thread and in the same time.
     *
     * @param otherwise stands in for it; taken on event loops just when the machine is short, so from memory and at once
     */
    public <T> Mono<T> closely(Callable<T> look, Supplier<T> otherwise) {
        if (!time.remains(now())) {
            return Mono.fromSupplier(otherwise);
        }
        return Mono.fromCallable(() -> timed(look))
                .subscribeOn(beside)
                .timeout(patience, onwards)
                .publishOn(onwards)
                .onErrorResume(error -> Mono.fromSupplier(() -> withoutLooking(otherwise, error)));
    }

    private <T> T timed(Callable<T> look) throws Exception {
        long began = now();
        try {
            return look.call();
        } finally {
            time.spend(now() - began);
        }
    }

    private long now() {
        return onwards.now(TimeUnit.NANOSECONDS);
    }

    private static <T> T withoutLooking(Supplier<T> otherwise, Throwable error) {
        if (!(error instanceof TimeoutException || error instanceof RejectedExecutionException)) {
            log.warn("a closer look failed, words decide: {}", error.toString());
        }
        return otherwise.get();
    }

    /** An entry by its id; empty when it is there no more. */
    public Optional<Entry> entry(EntryId id) {
        return knowledge.entry(id);
    }

    /** How many questions were plain at a glance. */
    public long glanced() {
        return glanced.sum();
    }

    /** How many questions were looked at closely in time. */
    public long looked() {
        return looked.sum();
    }

    /** How many questions were left to the words because there was no room, no time, or the look failed. */
    public long refused() {
        return refused.sum();
    }
}
