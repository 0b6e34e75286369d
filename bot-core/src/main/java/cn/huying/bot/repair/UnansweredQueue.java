package cn.huying.bot.repair;

import cn.huying.bot.dialogue.Missed;
import cn.huying.bot.envelope.Keyring;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.load.Characters;
import java.time.Clock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Takes down what was not answered, beside the conversation: nobody waits for it and nothing fails by it. It is scrubbed before it waits.
 */
public final class UnansweredQueue {
    private static final int LONGEST = 300;
    private static final Logger LOG = LoggerFactory.getLogger(UnansweredQueue.class);

    private final Backlog<Unanswered> backlog;
    private final Keyring keyring;
    private final Predicate<String> isPrivate;
    private final Clock clock;

    /**
     * @param keyring nobody without it can tell from an id which message it was
     * @param isPrivate matters nobody is to read about who does not handle them: violence, self-harm, minors
     * @param isAway whether a failure of the store is one that passes
     */
    public UnansweredQueue(
            UnansweredStore store,
            Keyring keyring,
            Predicate<String> isPrivate,
            Predicate<Throwable> isAway,
            Clock clock) {
        this.backlog = new Backlog<>("unanswered questions", store::keep, isAway);
        this.keyring = keyring;
        this.isPrivate = isPrivate;
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
        backlog.add(unanswered(missed));
    }

    private Unanswered unanswered(Missed missed) {
        return new Unanswered(
                keyring.blindId("unanswered", missed.message().value()),
                Characters.cut(Scrubber.scrub(missed.words().strip()), LONGEST),
                missed.entry().map(EntryId::new),
                clock.instant());
    }

    /** When everything is written, or after a while. */
    public Mono<Void> drained() {
        return backlog.drained();
    }
}
