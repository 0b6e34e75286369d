package cn.huying.bot.repair;

import cn.huying.bot.dialogue.Judged;
import cn.huying.bot.envelope.Keyring;
import cn.huying.knowledge.faq.EntryId;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Takes down what residents say of answers, beside the conversation. */
public final class VerdictQueue {
    private final Backlog<Verdict> backlog;
    private final Keyring keyring;
    private final LongSupplier edition;
    private final Clock clock;

    /**
     * @param keyring nobody without it can tell from an id whose answer it was
     * @param edition the edition answers come from now
     */
    public VerdictQueue(
            VerdictStore store, Keyring keyring, LongSupplier edition, Predicate<Throwable> isAway, Clock clock) {
        this.backlog = new Backlog<>("verdicts", store::keep, isAway);
        this.keyring = keyring;
        this.edition = edition;
        this.clock = clock;
    }

    public void add(Judged judged) {
        String answer = judged.resident().key() + '|' + judged.entry() + '|' + judged.answeredAt();
        backlog.add(new Verdict(
                keyring.blindId("verdict", answer),
                new EntryId(judged.entry()),
                edition.getAsLong(),
                judged.verdict(),
                clock.instant()));
    }

    /** When everything is written, or after a while. */
    public Mono<Void> drained() {
        return backlog.drained();
    }
}
