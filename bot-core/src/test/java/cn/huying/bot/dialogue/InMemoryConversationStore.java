package cn.huying.bot.dialogue;

import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Conversations in memory, for tests of what uses them. */
public final class InMemoryConversationStore implements ConversationStore {
    private final ConcurrentMap<Sender, Row> rows = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Row(Conversation conversation, @Nullable InboxId holder, long fence) {}

    public InMemoryConversationStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<Conversation> find(Sender sender) {
        return Mono.fromSupplier(() -> row(sender).conversation());
    }

    private Row row(Sender sender) {
        return rows.getOrDefault(sender, new Row(Conversation.fresh(sender), null, 0));
    }

    @Override
    public Mono<Claimed> claim(Sender sender, InboxId inboxId, Instant until) {
        return Mono.defer(() -> {
            boolean[] won = new boolean[1];
            Row after = rows.compute(sender, (key, old) -> {
                Row row = old == null ? row(sender) : old;
                boolean free = row.holder() == null
                        || row.holder().equals(inboxId)
                        || row.conversation().claimedUntil().isBefore(clock.instant());
                won[0] = free;
                return free ? new Row(claimed(row.conversation(), until), inboxId, row.fence() + 1) : row;
            });
            return won[0] ? Mono.just(new Claimed(after.conversation(), inboxId, after.fence())) : Mono.empty();
        });
    }

    @Override
    public Mono<Boolean> save(Claimed claimed, Step next, Reply reply, Instant openedAt) {
        Sender sender = claimed.conversation().sender();
        Optional<Conversation.LastTurn> last = Optional.of(new Conversation.LastTurn(claimed.inboxId(), reply));
        Conversation saved = new Conversation(sender, next, Instant.EPOCH, openedAt, last);
        return Mono.fromSupplier(() -> replace(claimed, saved));
    }

    @Override
    public Mono<Void> release(Claimed claimed) {
        return Mono.fromRunnable(() -> replace(claimed, claimed(claimed.conversation(), Instant.EPOCH)));
    }

    private boolean replace(Claimed claimed, Conversation conversation) {
        Row row = row(conversation.sender());
        return row.fence() == claimed.fence()
                && rows.replace(conversation.sender(), row, new Row(conversation, null, row.fence()));
    }

    private static Conversation claimed(Conversation c, Instant until) {
        return new Conversation(c.sender(), c.step(), until, c.openedAt(), c.last());
    }
}
