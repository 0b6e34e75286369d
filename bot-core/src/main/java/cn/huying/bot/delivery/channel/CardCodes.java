package cn.huying.bot.delivery.channel;

import cn.huying.bot.staff.WorkerId;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The code each worker's card can be updated with: the newest one the platform gave, from sending it or from a tap on it. */
public interface CardCodes {
    /** Replaces the one kept before. */
    Mono<Void> keep(String about, WorkerId worker, String code, Instant at);

    /** Empty when there is none left. */
    Mono<String> find(String about, WorkerId worker);

    /** Drops a code that was used, unless a newer one took its place. */
    Mono<Void> drop(String about, WorkerId worker, String code);

    /** Drops what was kept before a moment: the platform would not take it any more. Gives how many. */
    Mono<Long> forget(Instant before);
}
