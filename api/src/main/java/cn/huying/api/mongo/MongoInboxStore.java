package cn.huying.api.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.huying.bot.envelope.DataKey;
import cn.huying.bot.envelope.Field;
import cn.huying.bot.message.EarlierMessages;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxEntry;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.InboxStore;
import cn.huying.bot.message.Receipt;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@code inbox}: {_id, v, sender, state PENDING | ANSWERED | DEAD, receivedAt, attempts, lease, payload (sealed), reply (sealed), cause}, and what
 * {@link MongoLateReplies} keeps beside it. After the retention time payload and reply are gone, the id and the outcome stay.
 */
public final class MongoInboxStore implements InboxStore, EarlierMessages {
    static final String NAME = "inbox";
    /** The character behind the colon: what begins with a sender's key and a colon comes before it. */
    private static final char AFTER_COLON = ';';

    /** How far the clock of another replica may be ahead of this one's. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final FindOneAndUpdateOptions CHANGED =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<BsonDocument> inbox;
    private final PersonalKeys keys;
    private final Clock clock;
    private final Together<BsonDocument, Boolean> inserts;
    private final Together<UpdateOneModel<BsonDocument>, Void> changes;

    public MongoInboxStore(MongoDatabase database, PersonalKeys keys, Clock clock) {
        this.inbox = database.getCollection(NAME, BsonDocument.class);
        this.keys = keys;
        this.clock = clock;
        this.inserts = new Together<>(documents -> SharedCommands.insert(inbox, documents));
        this.changes = new Together<>(changes -> SharedCommands.update(inbox, changes));
    }

    /** Creates the indexes by which sweeps find their few among all messages. */
    public Mono<Void> prepare() {
        IndexOptions sparse = new IndexOptions().sparse(true);
        return Flux.just("lease", "sendAt", "listed", "receivedAt")
                .concatMap(field -> inbox.createIndex(Indexes.ascending(field), sparse))
                .then();
    }

    @Override
    public Mono<Receipt> accept(InboundMessage message, Instant lease) {
        return keyOf(message)
                .map(key -> received(key, message)
                        .append("state", new BsonString("PENDING"))
                        .append("attempts", new BsonInt32(1))
                        .append("lease", date(lease)))
                .flatMap(document -> insert(message, document));
    }

    @Override
    public Mono<Receipt> acceptAnswered(InboundMessage message, Reply reply) {
        return keyOf(message)
                .map(key -> received(key, message)
                        .append("state", new BsonString("ANSWERED"))
                        .append("reply", sealedReply(key, message.origin().inboxId(), reply)))
                .flatMap(document -> insert(message, document));
    }

    private Mono<Receipt> insert(InboundMessage message, BsonDocument document) {
        return inserts.ask(document)
                .flatMap(isNew -> isNew
                        ? Mono.just(new Receipt.Accepted())
                        : find(message.origin().inboxId())
                                .<Receipt>map(Receipt.Duplicate::new)
                                .defaultIfEmpty(new Receipt.Forgotten()));
    }

    @Override
    public Mono<InboxEntry> find(InboxId id) {
        return Mono.from(inbox.find(eq("_id", id.value())).limit(1)).flatMap(this::read);
    }

    /** By the beginning of the id, which is the sender's. */
    @Override
    public Flux<InboundMessage> before(InboundMessage.Origin message, Instant since, int limit) {
        return receivedAt(message.inboxId())
                .defaultIfEmpty(clock.instant().plus(AHEAD))
                .map(until -> earlier(message, since, until))
                .flatMapMany(earlier -> Flux.from(
                        inbox.find(earlier).sort(descending("receivedAt")).limit(limit)))
                .concatMap(this::read)
                .map(InboxEntry::message);
    }

    private Mono<Instant> receivedAt(InboxId id) {
        return Mono.from(inbox.find(eq("_id", id.value()))
                        .projection(Projections.include("receivedAt"))
                        .limit(1))
                .map(document ->
                        Instant.ofEpochMilli(document.getDateTime("receivedAt").getValue()));
    }

    private static Bson earlier(InboundMessage.Origin message, Instant since, Instant until) {
        String ours = message.sender().key() + ':';
        return and(
                gte("receivedAt", date(since)),
                lt("receivedAt", date(until)),
                gte("_id", ours),
                lt("_id", message.sender().key() + AFTER_COLON),
                ne("_id", message.inboxId().value()),
                exists("payload"));
    }

    @Override
    public Mono<InboxEntry> retry(InboxId id, Instant lease) {
        Bson abandoned = and(eq("_id", id.value()), eq("state", "PENDING"), lt("lease", date(clock.instant())));
        Bson begin = combine(set("lease", date(lease)), inc("attempts", 1));
        return Mono.from(inbox.findOneAndUpdate(abandoned, begin, CHANGED)).flatMap(this::read);
    }

    @Override
    public Mono<Void> complete(InboxEntry entry, Reply reply, boolean owed) {
        return finish(entry, reply, set("state", "ANSWERED"), owed);
    }

    @Override
    public Mono<Void> bury(InboxEntry entry, String cause, Reply lastWord) {
        return finish(entry, lastWord, combine(set("state", "DEAD"), set("cause", cause)), true);
    }

    private Mono<Void> finish(InboxEntry entry, Reply reply, Bson outcome, boolean owed) {
        return keyOf(entry.message()).flatMap(key -> {
            Bson kept = combine(outcome, set("reply", sealedReply(key, entry.id(), reply)), unset("lease"));
            Bson change = owed ? combine(kept, owes(key, entry, reply)) : kept;
            Bson pending = and(eq("_id", entry.id().value()), eq("state", "PENDING"));
            return changes.ask(new UpdateOneModel<>(pending, change));
        });
    }

    @Override
    public Mono<Void> oweReply(InboxEntry entry, Reply reply) {
        if (reply instanceof Reply.Silence) {
            return Mono.empty();
        }
        return keyOf(entry.message())
                .flatMap(key -> Mono.from(inbox.updateOne(eq("_id", entry.id().value()), owes(key, entry, reply))))
                .then();
    }

    /** A reply that must go out as a message of its own; silence owes nothing. */
    private Bson owes(DataKey key, InboxEntry entry, Reply reply) {
        return switch (reply) {
            case Reply.Silence silence -> combine();
            case Reply.Text(String text) ->
                new LateReplyMapping(key, entry.id())
                        .owed(entry.message().origin().sender(), text, clock.instant());
        };
    }

    @Override
    public Flux<InboxId> abandoned(Instant now, int limit) {
        return Flux.from(inbox.find(and(eq("state", "PENDING"), lt("lease", date(now))))
                        .sort(ascending("receivedAt"))
                        .projection(Projections.include("_id"))
                        .limit(limit))
                .map(document -> new InboxId(document.getString("_id").getValue()));
    }

    @Override
    public Flux<InboxEntry> dead(int limit) {
        return Flux.from(inbox.find(eq("state", "DEAD"))
                        .sort(descending("receivedAt"))
                        .limit(limit))
                .concatMap(this::read);
    }

    @Override
    public Mono<Boolean> revive(InboxId id) {
        Bson dead = and(eq("_id", id.value()), eq("state", "DEAD"), exists("payload"));
        Bson again = combine(
                set("state", "PENDING"), set("attempts", 0), set("lease", date(clock.instant())), unset("cause"));
        return Mono.from(inbox.updateOne(dead, again)).map(result -> result.getModifiedCount() == 1);
    }

    @Override
    public Mono<Long> forgetPayloads(Instant receivedBefore) {
        Bson old = and(lt("receivedAt", date(receivedBefore)), ne("state", "PENDING"), exists("payload"));
        return Mono.from(inbox.updateMany(old, combine(unset("payload"), unset("reply"))))
                .map(result -> result.getModifiedCount());
    }

    private Mono<DataKey> keyOf(InboundMessage message) {
        return keys.of(message.origin().sender());
    }

    private BsonDocument received(DataKey key, InboundMessage message) {
        String id = message.origin().inboxId().value();
        byte[] payload = key.seal(new Field(NAME, id, "payload"), BsonBytes.of(MessageMapping.document(message)));
        return new BsonDocument("_id", new BsonString(id))
                .append("v", new BsonInt32(1))
                .append("sender", new BsonString(message.origin().sender().key()))
                .append("receivedAt", date(clock.instant()))
                .append("payload", new BsonBinary(payload));
    }

    private Mono<InboxEntry> read(BsonDocument document) {
        InboxId id = new InboxId(document.getString("_id").getValue());
        Sender sender = Sender.ofKey(document.getString("sender").getValue());
        if (!document.containsKey("payload")) {
            return Mono.empty();
        }
        return keys.of(sender).map(key -> {
            byte[] payload = key.openBytes(
                    new Field(NAME, id.value(), "payload"),
                    document.getBinary("payload").getData());
            InboundMessage message = MessageMapping.message(id, sender, BsonBytes.parse(payload));
            return new InboxEntry(message, state(key, id, document));
        });
    }

    private static InboxEntry.State state(DataKey key, InboxId id, BsonDocument document) {
        return switch (document.getString("state").getValue()) {
            case "ANSWERED" -> new InboxEntry.Answered(openedReply(key, id, document.getBinary("reply")));
            case "DEAD" -> new InboxEntry.Dead(document.getString("cause").getValue());
            default ->
                new InboxEntry.Pending(
                        document.getInt32("attempts").getValue(),
                        Instant.ofEpochMilli(document.getDateTime("lease").getValue()));
        };
    }

    private static BsonBinary sealedReply(DataKey key, InboxId id, Reply reply) {
        Field field = new Field(NAME, id.value(), "reply");
        return new BsonBinary(key.seal(field, BsonBytes.of(MessageMapping.document(reply))));
    }

    private static Reply openedReply(DataKey key, InboxId id, BsonBinary sealed) {
        Field field = new Field(NAME, id.value(), "reply");
        return MessageMapping.reply(BsonBytes.parse(key.openBytes(field, sealed.getData())));
    }

    private static BsonDateTime date(Instant at) {
        return new BsonDateTime(at.toEpochMilli());
    }
}
