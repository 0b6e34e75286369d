package cn.huying.bot.repair;

import cn.huying.bot.dialogue.Missed;
import cn.huying.knowledge.digest.Sha256;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.load.Characters;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Takes down what was not answered, beside the conversation: nobody waits for it and nothing fails by it. It is scrubbed before it waits, written
 * several at a time, and written again while the store is away. What still waits when the process dies is lost; so is what the store refuses, and
 * what comes while {@value #MOST_WAITING} wait already.
 */
public final class UnansweredQueue {
    static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 200;
    private static final int LONGEST = 300;
    private static final int ID_DIGITS = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(UnansweredQueue.class);

    private final UnansweredStore store;
    private final Predicate<String> isPrivate;
    private final Predicate<Throwable> isAway;
    private final Clock clock;
    private final Queue<Unanswered> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicBoolean writing = new AtomicBoolean();

    /**
     * @param isPrivate matters nobody is to read about who does not handle them: violence, self-harm, minors
     * @param isAway whether a failure of the store is one that passes
     */
    public UnansweredQueue(
            UnansweredStore store, Predicate<String> isPrivate, Predicate<Throwable> isAway, Clock clock) {
        this.store = store;
        this.isPrivate = isPrivate;
        this.isAway = isAway;
        this.clock = clock;
    }

    /** Never fails: the message it is about is handled already. */
    public void add(Missed missed) {
        try {
            takeDown(missed);
        } catch (RuntimeException e) {
            LOG.warn("an unanswered question was dropped: {}", e.getClass().getSimpleName());
        }
    }

    private void takeDown(Missed missed) {
        if (isPrivate.test(missed.words())) {
            return;
        }
        if (!waiting.offer(unanswered(missed))) {
            LOG.warn("an unanswered question was dropped: {} wait already", MOST_WAITING);
        }
        write();
    }

    private Unanswered unanswered(Missed missed) {
        return new Unanswered(
                id(missed),
                Characters.cut(Scrubber.scrub(missed.words().strip()), LONGEST),
                missed.entry().map(EntryId::new),
                clock.instant());
    }

    /** Tells nothing about the message it is derived from. */
    private static String id(Missed missed) {
        return Sha256.hex("unanswered|" + missed.message().value(), ID_DIGITS);
    }

    private void write() {
        if (!waiting.isEmpty() && writing.compareAndSet(false, true)) {
            List<Unanswered> some = new ArrayList<>();
            for (Unanswered next = waiting.poll();
                    next != null;
                    next = some.size() < MOST_AT_ONCE ? waiting.poll() : null) {
                some.add(next);
            }
            Mono.defer(() -> store.keep(some))
                    .timeout(PATIENCE)
                    .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                            .maxBackoff(LONGEST_PAUSE)
                            .filter(isAway))
                    .doFinally(_ -> next())
                    .subscribe(
                            _ -> {},
                            error -> LOG.warn(
                                    "{} unanswered questions were lost: {}",
                                    some.size(),
                                    error.getClass().getSimpleName()));
        }
    }

    private void next() {
        writing.set(false);
        write();
    }
}
