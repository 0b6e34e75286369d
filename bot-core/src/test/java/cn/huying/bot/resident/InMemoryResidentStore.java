package cn.huying.bot.resident;

import cn.huying.bot.message.Sender;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Residents that are forgotten with the process. */
public final class InMemoryResidentStore implements ResidentStore {
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

    public Optional<Boolean> following(Sender sender) {
        return Optional.ofNullable(statements.get(sender)).map(Statement::following);
    }
}
