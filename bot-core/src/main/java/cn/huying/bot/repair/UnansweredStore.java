package cn.huying.bot.repair;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The questions waiting for somebody to answer them well. */
public interface UnansweredStore {
    /** Adds them; one that is there already stays as it is. */
    Mono<Void> keep(List<Unanswered> questions);

    /** Newest first. */
    Flux<Unanswered> newest(int limit);

    /** Takes them off: somebody has seen to them. Gives how many were there. */
    Mono<Long> dismiss(Collection<String> ids);

    /** Removes what was asked before the given time; gives the count. */
    Mono<Long> forget(Instant askedBefore);
}
