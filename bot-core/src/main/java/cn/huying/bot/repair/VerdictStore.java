package cn.huying.bot.repair;

import cn.huying.knowledge.faq.EntryId;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What residents said of answers. */
public interface VerdictStore {
    /** Adds them; one that is there already says from now on what was said last. */
    Mono<Void> keep(List<Verdict> verdicts);

    /** One for each entry and edition anything was said of, in no order. */
    Flux<VerdictCount> counts();

    /** Those of one entry. */
    Flux<VerdictCount> counts(EntryId entry);

    /** Removes what was said before the given time; gives the count. */
    Mono<Long> forget(Instant saidBefore);
}
