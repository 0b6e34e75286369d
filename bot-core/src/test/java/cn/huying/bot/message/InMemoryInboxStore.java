package cn.huying.bot.message;

import cn.huying.bot.message.InboxEntry.Answered;
import cn.huying.bot.message.InboxEntry.Dead;
import cn.huying.bot.message.InboxEntry.Pending;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An inbox in memory, for tests of what uses one. */
public final class InMemoryInboxStore implements InboxStore, EarlierMessages {
    private final ConcurrentMap<InboxId, Row> rows = new ConcurrentHashMap<>();
    private final Clock clock;

    /** @param entry null once the words were forgotten */
    private record Row(
            @Nullable InboxEntry entry,
            Instant receivedAt,
            @Nullable Reply owed) {
        Row with(InboxEntry.State state, @Nullable Reply newOwed) {
            return entry == null ? this : new Row(new InboxEntry(entry.message(), state), receivedAt, newOwed);
        }

        boolean pending() {
            return entry != null && entry.state() instanceof Pending;
        }
    }

    public InMemoryInboxStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<Receipt> accept(InboundMessage message, Instant lease) {
        return Mono.fromSupplier(() -> add(new InboxEntry(message, new Pending(1, lease))));
    }

    @Override
    public Mono<Receipt> acceptAnswered(InboundMessage message, Reply reply) {
        return Mono.fromSupplier(() -> add(new InboxEntry(message, new Answered(reply))));
    }

    private Receipt add(InboxEntry entry) {
        Row known = rows.putIfAbsent(entry.id(), new Row(entry, clock.instant(), null));
        if (known == null) {
            return new Receipt.Accepted();
        }
        return known.entry() == null ? new Receipt.Forgotten() : new Receipt.Duplicate(known.entry());
    }

    @Override
    public Mono<InboxEntry> find(InboxId id) {
        return Mono.fromSupplier(() -> rows.get(id)).mapNotNull(Row::entry);
    }

    @Override
    public Mono<InboxEntry> retry(InboxId id, Instant lease) {
        return Mono.defer(() -> {
            boolean[] taken = new boolean[1];
            Row row = rows.computeIfPresent(id, (key, old) -> {
                if (old.entry() == null
                        || !(old.entry().state() instanceof Pending pending)
                        || !pending.lease().isBefore(clock.instant())) {
                    return old;
                }
                taken[0] = true;
                return old.with(new Pending(pending.attempts() + 1, lease), null);
            });
            return taken[0] && row != null ? Mono.justOrEmpty(row.entry()) : Mono.empty();
        });
    }

    @Override
    public Mono<Void> complete(InboxEntry entry, Reply reply, boolean owed) {
        return change(entry, new Answered(reply), owed ? reply : null);
    }

    @Override
    public Mono<Void> bury(InboxEntry entry, String cause, Reply lastWord) {
        return change(entry, new Dead(cause), lastWord);
    }

    private Mono<Void> change(InboxEntry entry, InboxEntry.State state, @Nullable Reply owed) {
        return Mono.fromRunnable(
                () -> rows.computeIfPresent(entry.id(), (id, old) -> old.pending() ? old.with(state, owed) : old));
    }

    @Override
    public Mono<Void> oweReply(InboxEntry entry, Reply reply) {
        return Mono.fromRunnable(
                () -> rows.computeIfPresent(entry.id(), (id, old) -> new Row(old.entry(), old.receivedAt(), reply)));
    }

    /** The reply that is to go out as a message of its own, if any. */
    public Mono<Reply> owed(InboxId id) {
        return Mono.fromSupplier(() -> rows.get(id)).mapNotNull(Row::owed);
    }

    @Override
    public Flux<InboxId> abandoned(Instant now, int limit) {
        return Flux.fromIterable(rows.entrySet())
                .filter(row -> row.getValue().entry() instanceof InboxEntry entry
                        && entry.state() instanceof Pending pending
                        && pending.lease().isBefore(now))
                .sort((a, b) -> a.getValue().receivedAt().compareTo(b.getValue().receivedAt()))
                .map(Map.Entry::getKey)
                .take(limit);
    }

    @Override
    public Flux<InboxEntry> dead(int limit) {
        return Flux.fromIterable(rows.values())
                .mapNotNull(Row::entry)
                .filter(entry -> entry.state() instanceof Dead)
                .take(limit);
    }

    @Override
    public Mono<Boolean> revive(InboxId id) {
        return Mono.fromSupplier(() -> {
            boolean[] revived = new boolean[1];
            rows.computeIfPresent(id, (key, old) -> {
                if (old.entry() == null || !(old.entry().state() instanceof Dead)) {
                    return old;
                }
                revived[0] = true;
                return old.with(new Pending(0, clock.instant()), null);
            });
            return revived[0];
        });
    }

    @Override
    public Mono<Long> forgetPayloads(Instant receivedBefore) {
        return Mono.fromSupplier(() ->
                rows.keySet().stream().filter(id -> forget(id, receivedBefore)).count());
    }

    private boolean forget(InboxId id, Instant receivedBefore) {
        Row row = rows.get(id);
        if (row == null
                || row.entry() == null
                || row.pending()
                || !row.receivedAt().isBefore(receivedBefore)) {
            return false;
        }
        rows.put(id, new Row(null, row.receivedAt(), null));
        return true;
    }

    /** Forgets everything: the next test begins on the first day. */
    public void clear() {
        rows.clear();
    }

    @Override
    public Flux<InboundMessage> before(InboundMessage.Origin message, Instant since, int limit) {
        return Flux.defer(() -> Flux.fromStream(rows.values().stream()
                .filter(row -> !row.receivedAt().isBefore(since))
                .filter(row -> Optional.ofNullable(rows.get(message.inboxId()))
                        .map(own -> row.receivedAt().isBefore(own.receivedAt()))
                        .orElse(true))
                .sorted(Comparator.comparing(Row::receivedAt).reversed())
                .map(Row::entry)
                .filter(Objects::nonNull)
                .map(InboxEntry::message)
                .filter(earlier -> earlier.origin().sender().equals(message.sender()))
                .filter(earlier -> !earlier.origin().inboxId().equals(message.inboxId()))
                .limit(limit)));
    }
}
