package cn.huying.api.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import cn.huying.bot.delivery.Delivery;
import cn.huying.bot.delivery.Outbox;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.OutboxStore;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Sender;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The replies that missed the platform's deadline: the outbox of the inbox, in the documents of {@link MongoInboxStore}. */
public final class MongoLateReplies implements OutboxStore {
    private static final long MOST_CONFLICTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final MongoCollection<BsonDocument> inbox;
    private final PersonalKeys keys;

    public MongoLateReplies(MongoDatabase database, PersonalKeys keys) {
        this.inbox = database.getCollection(MongoInboxStore.NAME, BsonDocument.class);
        this.keys = keys;
    }

    @Override
    public String name() {
        return "late replies";
    }

    @Override
    public Flux<String> due(Instant now, int limit) {
        return Flux.from(inbox.find(lte("sendAt", Documents.time(now)))
                        .sort(ascending("sendAt"))
                        .limit(limit)
                        .projection(include("_id")))
                .map(document -> Documents.text(document, "_id"));
    }

    @Override
    public Mono<OutboxEntry> claim(String aggregate, String owner, Instant now) {
        return open(aggregate)
                .flatMap(opened -> {
                    Outbox.Claim claim = Outbox.claim(opened.entries(), owner, now);
                    return claim.entries().equals(opened.entries())
                            ? Mono.justOrEmpty(claim.claimed())
                            : write(opened, claim.entries()).then(Mono.justOrEmpty(claim.claimed()));
                })
                .retryWhen(onConflict());
    }

    @Override
    public Mono<Instant> settle(String aggregate, OutboxEntry claimed, Delivery next) {
        return open(aggregate)
                .flatMap(opened -> {
                    List<OutboxEntry> entries = Outbox.settle(opened.entries(), claimed, next);
                    return write(opened, entries).then(Mono.justOrEmpty(Outbox.nextDue(entries)));
                })
                .retryWhen(onConflict());
    }

    @Override
    public Flux<Listed> listed(int limit) {
        return Flux.from(inbox.find(eq("listed", true)).limit(limit))
                .concatMap(this::read)
                .flatMapIterable(opened -> opened.entries().stream()
                        .filter(OutboxEntry::isListed)
                        .map(entry -> new Listed(opened.mapping().id().value(), entry))
                        .toList());
    }

    /** The outbox of one document, as it was read. */
    private record Opened(LateReplyMapping mapping, int rev, List<OutboxEntry> entries) {}

    private Mono<Opened> open(String aggregate) {
        return Mono.defer(() -> Mono.from(inbox.find(eq("_id", aggregate)).limit(1)))
                .flatMap(this::read);
    }

    private Mono<Opened> read(BsonDocument document) {
        InboxId id = new InboxId(Documents.text(document, "_id"));
        return keys.of(Sender.ofKey(Documents.text(document, "sender"))).map(key -> {
            LateReplyMapping mapping = new LateReplyMapping(key, id);
            int rev = document.containsKey("outboxRev") ? Documents.integer(document, "outboxRev") : 0;
            return new Opened(mapping, rev, mapping.read(document));
        });
    }

    private Mono<Void> write(Opened opened, List<OutboxEntry> entries) {
        Bson mine = and(eq("_id", opened.mapping().id().value()), eq("outboxRev", opened.rev()));
        return Mono.from(inbox.updateOne(mine, opened.mapping().write(entries)))
                .flatMap(result -> result.getMatchedCount() == 1 ? Mono.empty() : Mono.error(new OvertakenException()));
    }

    private static Retry onConflict() {
        return Retry.backoff(MOST_CONFLICTS, PAUSE).filter(OvertakenException.class::isInstance);
    }

    /** Somebody else changed the outbox between reading and writing. */
    private static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
