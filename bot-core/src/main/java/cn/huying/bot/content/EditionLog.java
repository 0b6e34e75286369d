package cn.huying.bot.content;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The editions in their order, in the shared store: the truth about the content. */
public interface EditionLog {
    /** Puts an edition behind the last one, whole; false when there is one of that number already. */
    Mono<Boolean> append(Edition edition);

    /** Those of a higher number, lowest first. */
    Flux<Edition> after(long number);

    /** The highest number, 0 before the first: cheap enough to be asked several times a second. */
    Mono<Long> latest();
}
