package cn.huying.bot.broadcast;

import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Broadcasts that are forgotten with the process. */
public final class InMemoryBroadcastStore implements BroadcastStore {
    private final Map<BroadcastId, Broadcast> all = new ConcurrentHashMap<>();

    @Override
    public Mono<Boolean> insert(Broadcast broadcast) {
        return Mono.fromSupplier(() -> all.putIfAbsent(broadcast.id(), broadcast.atRev(1)) == null);
    }

    @Override
    public Mono<Boolean> replace(Broadcast next) {
        return Mono.fromSupplier(() -> {
            Broadcast known = all.get(next.id());
            return known != null
                    && known.rev() == next.rev()
                    && all.replace(next.id(), known, next.atRev(next.rev() + 1));
        });
    }

    @Override
    public Mono<Broadcast> find(BroadcastId id) {
        return Mono.defer(() -> Mono.justOrEmpty(all.get(id)));
    }

    @Override
    public Flux<Broadcast> in(Set<BroadcastState> states, int limit) {
        return newest(broadcast -> states.contains(broadcast.state()), limit);
    }

    @Override
    public Flux<Broadcast> newest(int limit) {
        return newest(_ -> true, limit);
    }

    private Flux<Broadcast> newest(Predicate<Broadcast> fits, int limit) {
        return Flux.defer(() -> Flux.fromStream(all.values().stream()
                .filter(fits)
                .sorted(Comparator.comparing(Broadcast::createdAt).reversed())
                .limit(limit)));
    }

    /** Forgets everything: the next test begins on the first day. */
    public void clear() {
        all.clear();
    }
}
