package cn.huying.bot.content;

import java.util.function.LongFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Says what it was made to say; whoever publishes is always too late.
 *
 * @param editions those after a number
 */
public record StuckEditionLog(LongFunction<Flux<Edition>> editions, Mono<Long> latest) implements EditionLog {
    @Override
    public Mono<Boolean> append(Edition edition) {
        return Mono.just(false);
    }

    @Override
    public Flux<Edition> after(long number) {
        return editions.apply(number);
    }
}
