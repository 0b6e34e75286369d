package cn.huying.bot.resident;

import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.Sender;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Residents that are forgotten with the process. */
public final class InMemoryResidentStore implements ResidentStore, ResidentDirectory {
    private final Map<Sender, ResidentId> people = new ConcurrentHashMap<>();
    private final Map<ResidentId, Home> homes = new ConcurrentHashMap<>();
    private final Map<Sender, Statement> statements = new ConcurrentHashMap<>();

    private record Statement(boolean following, Instant at) {}

    @Override
    public Mono<ResidentId> of(Sender sender) {
        return Mono.fromSupplier(() -> people.computeIfAbsent(
                sender, met -> new ResidentId(UUID.randomUUID().toString().replace("-", ""))));
    }

    @Override
    public Mono<Home> homeOf(ResidentId resident) {
        return Mono.defer(() -> Mono.justOrEmpty(homes.get(resident)));
    }

    @Override
    public Mono<Void> settle(ResidentId resident, Home home) {
        return Mono.fromRunnable(() -> homes.put(resident, home));
    }

    @Override
    public Mono<Void> follows(Sender sender, boolean following, Instant at) {
        Statement stated = new Statement(following, at);
        return Mono.fromRunnable(() ->
                statements.merge(sender, stated, (known, newer) -> newer.at().isAfter(known.at()) ? newer : known));
    }

    @Override
    public Flux<Neighbour> at(Set<GridId> nodes) {
        return Flux.defer(() -> Flux.fromStream(homes.entrySet().stream()
                .filter(entry -> nodes.contains(entry.getValue().place().grid()))
                .map(entry -> neighbour(entry.getKey()))));
    }

    private Neighbour neighbour(ResidentId resident) {
        List<Sender> all = people.entrySet().stream()
                .filter(entry -> entry.getValue().equals(resident))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Sender::key))
                .toList();
        List<Sender> follows =
                all.stream().filter(sender -> following(sender).orElse(true)).toList();
        return new Neighbour(resident, follows, follows.size() < all.size());
    }

    public Optional<Boolean> following(Sender sender) {
        return Optional.ofNullable(statements.get(sender)).map(Statement::following);
    }
}
