package cn.huying.api.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import cn.huying.api.mongo.SharedCommands.Change;
import cn.huying.bot.dialogue.Conversation;
import cn.huying.bot.dialogue.ConversationStore;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.envelope.DataKey;
import cn.huying.bot.envelope.Field;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.bson.BsonBinary;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonObjectId;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import reactor.core.publisher.Mono;

/**
 * {@code conversations}: {_id appId:openid, v, fence, claim {inbox, until}, step (sealed), openedAt, last {inbox, reply (sealed)}}. An idle
 * conversation has no {@code step}, a free one no {@code claim}.
 */
public final class MongoConversationStore implements ConversationStore {
    private static final String NAME = "conversations";
    private static final BsonDocument NONE = new BsonDocument();
    private static final FindOneAndUpdateOptions TAKE =
            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);

    private final MongoCollection<BsonDocument> conversations;
    private final PersonalKeys keys;
    private final Clock clock;
    private final Together<String, BsonDocument> finds;
    private final Together<Change, Boolean> changes;

    public MongoConversationStore(MongoDatabase database, PersonalKeys keys, Clock clock) {
        this.conversations = database.getCollection(NAME, BsonDocument.class);
        this.keys = keys;
        this.clock = clock;
        this.finds = new Together<>(ids -> SharedCommands.find(conversations, ids));
        this.changes = new Together<>(changes -> SharedCommands.change(conversations, changes));
    }

    @Override
    public Mono<Conversation> find(Sender sender) {
        return finds.ask(sender.key())
                .flatMap(document -> read(sender, document))
                .defaultIfEmpty(Conversation.fresh(sender));
    }

    @Override
    public Mono<Claimed> claim(Sender sender, InboxId inboxId, Instant until) {
        Bson free = or(
                exists("claim", false),
                lt("claim.until", new BsonDateTime(clock.instant().toEpochMilli())),
                eq("claim.inbox", inboxId.value()));
        Bson take = combine(claiming(inboxId, until, new BsonObjectId()), setOnInsert("v", 1));
        return Mono.from(conversations.findOneAndUpdate(and(eq("_id", sender.key()), free), take, TAKE))
                .onErrorResume(Mongo::isDuplicate, held -> Mono.empty())
                .flatMap(document -> read(sender, document))
                .map(conversation -> new Claimed(conversation, inboxId));
    }

    @Override
    public Mono<Claimed> claim(Conversation seen, InboxId inboxId, Instant until) {
        if (!isFree(seen)) {
            return Mono.empty();
        }
        long fence = seen.fence() + 1;
        BsonObjectId mark = new BsonObjectId();
        Change change = new Change(
                seen.sender().key(),
                unchanged(seen),
                claiming(inboxId, until, mark),
                document -> isHeld(document, fence, mark));
        return changes.ask(change)
                .filter(Boolean::booleanValue)
                .map(taken -> new Claimed(seen.claimed(until), inboxId));
    }

    private static boolean isFree(Conversation seen) {
        return seen.fence() > 0 && !seen.claimedUntil().isAfter(Instant.EPOCH);
    }

    private static Bson unchanged(Conversation seen) {
        return and(eq("_id", seen.sender().key()), eq("fence", seen.fence()), exists("claim", false));
    }

    private static Bson claiming(InboxId inboxId, Instant until, BsonObjectId mark) {
        BsonDocument claim = new BsonDocument("inbox", new BsonString(inboxId.value()))
                .append("until", new BsonDateTime(until.toEpochMilli()))
                .append("mark", mark);
        return combine(set("claim", claim), inc("fence", 1L));
    }

    /** Another replica may claim the same message in the same moment: the mark tells whose claim it is. */
    private static boolean isHeld(BsonDocument document, long fence, BsonObjectId mark) {
        return document.getNumber("fence").longValue() == fence
                && mark.equals(document.getDocument("claim", NONE).get("mark"));
    }

    @Override
    public Mono<Boolean> save(Claimed claimed, Step next, Reply reply, Instant openedAt) {
        return save(
                claimed.conversation(),
                held(claimed),
                claimed.inboxId(),
                new Said(next, reply, openedAt),
                unset("claim"));
    }

    @Override
    public Mono<Boolean> save(Conversation seen, InboxId inboxId, Step next, Reply reply, Instant openedAt) {
        return isFree(seen)
                ? save(seen, unchanged(seen), inboxId, new Said(next, reply, openedAt), inc("fence", 1L))
                : Mono.just(false);
    }

    /** What a turn comes to. */
    private record Said(Step next, Reply reply, Instant openedAt) {}

    private Mono<Boolean> save(Conversation conversation, Bson condition, InboxId inboxId, Said said, Bson afterwards) {
        Sender sender = conversation.sender();
        return keys.of(sender).flatMap(key -> {
            BsonDocument last = new BsonDocument("inbox", new BsonString(inboxId.value()))
                    .append("reply", sealed(key, sender, "reply", MessageMapping.document(said.reply())));
            Bson step = said.next() instanceof Step.Idle
                    ? unset("step")
                    : set("step", sealed(key, sender, "step", StepMapping.document(said.next())));
            Bson change = combine(
                    step,
                    set("last", last),
                    set("openedAt", new BsonDateTime(said.openedAt().toEpochMilli())),
                    afterwards);
            // No two sealed replies are alike: this one tells whose turn was written.
            return changes.ask(
                    new Change(sender.key(), condition, change, document -> last.equals(document.get("last"))));
        });
    }

    @Override
    public Mono<Void> release(Claimed claimed) {
        return Mono.from(conversations.updateOne(held(claimed), unset("claim"))).then();
    }

    /** Also that it was not given back: a write that comes late would be overwritten by who read the conversation in between. */
    private static Bson held(Claimed claimed) {
        return and(
                eq("_id", claimed.conversation().sender().key()),
                eq("fence", claimed.fence()),
                eq("claim.inbox", claimed.inboxId().value()));
    }

    private Mono<Conversation> read(Sender sender, BsonDocument document) {
        if (!document.containsKey("step") && !document.containsKey("last")) {
            return Mono.just(conversation(sender, document, new Step.Idle(), Optional.empty()));
        }
        return keys.of(sender).map(key -> {
            Step step = document.containsKey("step")
                    ? StepMapping.step(opened(key, sender, "step", document.getBinary("step")))
                    : new Step.Idle();
            return conversation(sender, document, step, last(key, sender, document));
        });
    }

    private static Conversation conversation(
            Sender sender, BsonDocument document, Step step, Optional<Conversation.LastTurn> last) {
        Instant claimedUntil = document.containsKey("claim")
                ? instant(document.getDocument("claim").getDateTime("until"))
                : Instant.EPOCH;
        Instant openedAt = document.containsKey("openedAt") ? instant(document.getDateTime("openedAt")) : Instant.EPOCH;
        long fence = document.getNumber("fence").longValue();
        return new Conversation(sender, step, claimedUntil, openedAt, fence, last);
    }

    private static Optional<Conversation.LastTurn> last(DataKey key, Sender sender, BsonDocument document) {
        if (!document.containsKey("last")) {
            return Optional.empty();
        }
        BsonDocument last = document.getDocument("last");
        Reply reply = MessageMapping.reply(opened(key, sender, "reply", last.getBinary("reply")));
        return Optional.of(
                new Conversation.LastTurn(new InboxId(last.getString("inbox").getValue()), reply));
    }

    private static BsonBinary sealed(DataKey key, Sender sender, String name, BsonDocument plain) {
        return new BsonBinary(key.seal(new Field(NAME, sender.key(), name), BsonBytes.of(plain)));
    }

    private static BsonDocument opened(DataKey key, Sender sender, String name, BsonBinary sealed) {
        return BsonBytes.parse(key.openBytes(new Field(NAME, sender.key(), name), sealed.getData()));
    }

    private static Instant instant(BsonDateTime at) {
        return Instant.ofEpochMilli(at.getValue());
    }
}
