package cn.huying.bot.broadcast;

import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Broadcasts; each change is one atomic step. */
public interface BroadcastStore {
    /** Keeps a new one; false when there is one of that id already, which then stays as it is. */
    Mono<Boolean> insert(Broadcast broadcast);

    /** Replaces the one it was made from; false when that was changed or removed since. */
    Mono<Boolean> replace(Broadcast next);

    Mono<Broadcast> find(BroadcastId id);

    /** Those in one of the states, newest first. */
    Flux<Broadcast> in(Set<BroadcastState> states, int limit);

    /** All, newest first. */
    Flux<Broadcast> newest(int limit);
}
