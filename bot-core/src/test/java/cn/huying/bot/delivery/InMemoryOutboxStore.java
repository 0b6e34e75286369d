package cn.huying.bot.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Aggregates that are nothing but their outbox. */
public final class InMemoryOutboxStore implements OutboxStore {
    public final Map<String, List<OutboxEntry>> outboxes = new ConcurrentHashMap<>();
    public final AtomicInteger failuresToCome = new AtomicInteger();

    @Override
    public String name() {
        return "test";
    }

    public List<OutboxEntry> outbox(String aggregate) {
        return outboxes.getOrDefault(aggregate, List.of());
    }

    public void write(String aggregate, OutboxEntry... entries) {
        outboxes.put(aggregate, List.of(entries));
    }

    @Override
    public Flux<String> due(Instant now, int limit) {
        return Flux.defer(() -> Flux.fromStream(outboxes.entrySet().stream()
                        .filter(outbox -> Outbox.nextDue(outbox.getValue())
                                .filter(at -> !at.isAfter(now))
                                .isPresent())
                        .sorted(Comparator.comparing(
                                outbox -> Outbox.nextDue(outbox.getValue()).orElse(Instant.MAX)))
                        .map(Map.Entry::getKey))
                .take(limit));
    }

    @Override
    public Mono<OutboxEntry> claim(String aggregate, String owner, Instant now) {
        return Mono.defer(() -> {
            OutboxEntry[] claimed = new OutboxEntry[1];
            outboxes.computeIfPresent(aggregate, (id, entries) -> {
                Outbox.Claim claim = Outbox.claim(entries, owner, now);
                claim.claimed().ifPresent(entry -> claimed[0] = entry);
                return claim.entries();
            });
            return Mono.justOrEmpty(claimed[0]);
        });
    }

    @Override
    public Mono<Instant> settle(String aggregate, OutboxEntry claimed, Delivery next) {
        return Mono.defer(() -> {
            if (failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                return Mono.error(new IllegalStateException("store away"));
            }
            List<OutboxEntry> settled =
                    outboxes.computeIfPresent(aggregate, (id, entries) -> Outbox.settle(entries, claimed, next));
            return Mono.justOrEmpty(Optional.ofNullable(settled).flatMap(Outbox::nextDue));
        });
    }

    @Override
    public Flux<Listed> listed(int limit) {
        return Flux.fromIterable(outboxes.entrySet())
                .concatMapIterable(outbox -> outbox.getValue().stream()
                        .filter(OutboxEntry::isListed)
                        .map(entry -> new Listed(outbox.getKey(), entry))
                        .toList())
                .take(limit);
    }
}
