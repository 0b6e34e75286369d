package cn.huying.bot.repair;

import cn.huying.bot.dialogue.Judged;
import cn.huying.knowledge.digest.Sha256;
import cn.huying.knowledge.faq.EntryId;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import reactor.core.publisher.Mono;

/** Takes down what residents say of answers, beside the conversation. */
public final class VerdictQueue {
    private static final int ID_DIGITS = 32;

    private final Backlog<Verdict> backlog;
    private final LongSupplier edition;
    private final Clock clock;

    /** @param edition the edition answers come from now */
    public VerdictQueue(VerdictStore store, LongSupplier edition, Predicate<Throwable> isAway, Clock clock) {
        this.backlog = new Backlog<>("verdicts", store::keep, isAway);
        this.edition = edition;
        this.clock = clock;
    }

    public void add(Judged judged) {
        String answer = "verdict|" + judged.resident().key() + '|' + judged.entry() + '|' + judged.answeredAt();
        backlog.add(new Verdict(
                Sha256.hex(answer, ID_DIGITS),
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
