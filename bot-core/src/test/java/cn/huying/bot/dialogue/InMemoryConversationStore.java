package cn.huying.bot.dialogue;

import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Conversations in memory, for tests of what uses them. */
public final class InMemoryConversationStore implements ConversationStore {
    private final ConcurrentMap<Sender, Row> rows = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Row(Conversation conversation, @Nullable InboxId holder) {}

    public InMemoryConversationStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<Conversation> find(Sender sender) {
        return Mono.fromSupplier(() -> row(sender).conversation());
    }

    private Row row(Sender sender) {
        return rows.getOrDefault(sender, new Row(Conversation.fresh(sender), null));
    }

    @Override
    public Mono<Claimed> claim(Sender sender, InboxId inboxId, Instant until) {
        return take(
                sender,
                inboxId,
                until,
                row -> row.holder() == null
                        || row.holder().equals(inboxId)
                        || row.conversation().claimedUntil().isBefore(clock.instant()));
    }

    @Override
    public Mono<Claimed> claim(Conversation seen, InboxId inboxId, Instant until) {
        return take(seen.sender(), inboxId, until, row -> row.holder() == null && fence(row) == seen.fence());
    }

    private Mono<Claimed> take(Sender sender, InboxId inboxId, Instant until, Predicate<Row> free) {
        return Mono.defer(() -> {
            boolean[] won = new boolean[1];
            Row after = rows.compute(sender, (key, old) -> {
                Row row = old == null ? row(sender) : old;
                won[0] = free.test(row);
                return won[0] ? new Row(row.conversation().claimed(until), inboxId) : row;
            });
            return won[0] ? Mono.just(new Claimed(after.conversation(), inboxId)) : Mono.empty();
        });
    }

    @Override
    public Mono<Boolean> save(Claimed claimed, Step next, Reply reply, Instant openedAt) {
        Sender sender = claimed.conversation().sender();
        Optional<Conversation.LastTurn> last = Optional.of(new Conversation.LastTurn(claimed.inboxId(), reply));
        return Mono.fromSupplier(
                () -> replace(claimed, new Conversation(sender, next, Instant.EPOCH, openedAt, claimed.fence(), last)));
    }

    @Override
    public Mono<Boolean> save(Conversation seen, InboxId inboxId, Step next, Reply reply, Instant openedAt) {
        return seen.fence() == 0
                ? Mono.just(false)
                : claim(seen, inboxId, Instant.EPOCH)
                        .flatMap(claimed -> save(claimed, next, reply, openedAt))
                        .defaultIfEmpty(false);
    }

    @Override
    public Mono<Void> release(Claimed claimed) {
        Conversation held = claimed.conversation();
        return Mono.fromRunnable(() -> replace(
                claimed,
                new Conversation(
                        held.sender(), held.step(), Instant.EPOCH, held.openedAt(), held.fence(), held.last())));
    }

    private boolean replace(Claimed claimed, Conversation conversation) {
        Row row = row(conversation.sender());
        return fence(row) == claimed.fence()
                && claimed.inboxId().equals(row.holder())
                && rows.replace(conversation.sender(), row, new Row(conversation, null));
    }

    private static long fence(Row row) {
        return row.conversation().fence();
    }
}
