package cn.huying.api.mongo;

import static cn.huying.api.mongo.Documents.integer;
import static cn.huying.api.mongo.Documents.number;
import static cn.huying.api.mongo.Documents.oneOf;
import static cn.huying.api.mongo.Documents.string;
import static cn.huying.api.mongo.Documents.text;
import static cn.huying.api.mongo.Documents.texts;
import static cn.huying.api.mongo.Documents.time;

import cn.huying.bot.delivery.Delivery;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.Target;
import cn.huying.bot.envelope.DataKey;
import cn.huying.bot.envelope.Field;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.Sender;
import java.time.Instant;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;

/**
 * Outbox entries as documents inside their aggregate: {id, since, urgent, to (group post), card (worker's card) or sealed (anything
 * to a resident), delivery}.
 *
 * @param key of the resident the aggregate belongs to
 * @param collection where the aggregate lives
 * @param aggregate its id
 */
public record OutboxMapping(DataKey key, String collection, String aggregate) {
    public BsonDocument document(OutboxEntry entry) {
        BsonDocument document = new BsonDocument("id", string(entry.id()))
                .append("since", time(entry.since()))
                .append("urgent", new BsonBoolean(entry.urgent()))
                .append("delivery", document(entry.delivery()));
        return switch (entry.target()) {
            case Target.GroupPost post -> document.append("to", document(post));
            case Target.WorkerCard card -> document.append("card", CardMapping.document(card));
            case Target.ResidentNotice notice -> document.append("sealed", sealed(entry.id(), document(notice)));
            case Target.LateReply reply -> document.append("sealed", sealed(entry.id(), document(reply)));
        };
    }

    public OutboxEntry entry(BsonDocument document) {
        String id = text(document, "id");
        return new OutboxEntry(
                id,
                time(document, "since"),
                target(document, id),
                document.getBoolean("urgent").getValue(),
                delivery(document.getDocument("delivery")));
    }

    private Target target(BsonDocument document, String id) {
        if (document.containsKey("card")) {
            return CardMapping.card(document.getDocument("card"));
        }
        if (document.containsKey("to")) {
            BsonDocument to = document.getDocument("to");
            return new Target.GroupPost(new GridId(text(to, "grid")), text(to, "template"), texts(to, "params"));
        }
        BsonDocument to = BsonBytes.parse(
                key.openBytes(field(id), document.getBinary("sealed").getData()));
        Sender sender = Sender.ofKey(text(to, "sender"));
        return to.containsKey("template")
                ? new Target.ResidentNotice(sender, text(to, "template"), texts(to, "params"))
                : new Target.LateReply(sender, text(to, "text"));
    }

    private static BsonDocument document(Target.GroupPost post) {
        return new BsonDocument("grid", string(post.grid().value()))
                .append("template", string(post.template()))
                .append("params", texts(post.params()));
    }

    private static BsonDocument document(Target.ResidentNotice notice) {
        return new BsonDocument("sender", string(notice.to().key()))
                .append("template", string(notice.template()))
                .append("params", texts(notice.params()));
    }

    private static BsonDocument document(Target.LateReply reply) {
        return new BsonDocument("sender", string(reply.to().key())).append("text", string(reply.text()));
    }

    private BsonBinary sealed(String id, BsonDocument plain) {
        return new BsonBinary(key.seal(field(id), BsonBytes.of(plain)));
    }

    private Field field(String id) {
        return new Field(collection, aggregate, "outbox." + id);
    }

    private static BsonDocument document(Delivery delivery) {
        BsonDocument document = new BsonDocument("attempts", number(delivery.attempts()));
        return switch (delivery) {
            case Delivery.New(int _, Instant at) ->
                document.append("k", string("NEW")).append("at", time(at));
            case Delivery.Sending(int _, String owner, Instant until) ->
                document.append("k", string("SENDING"))
                        .append("owner", string(owner))
                        .append("until", time(until));
            case Delivery.Sent(int _, String remoteId) ->
                document.append("k", string("SENT")).append("remote", string(remoteId));
            case Delivery.Unknown(int _, Instant at, String cause) ->
                document.append("k", string("UNKNOWN")).append("at", time(at)).append("cause", string(cause));
            case Delivery.Failed(int _, Instant at, Delivery.Failure failure, int code) ->
                document.append("k", string("FAILED"))
                        .append("at", time(at))
                        .append("cause", string(failure.name()))
                        .append("code", number(code));
        };
    }

    private static Delivery delivery(BsonDocument d) {
        int attempts = integer(d, "attempts");
        return switch (text(d, "k")) {
            case "NEW" -> new Delivery.New(attempts, time(d, "at"));
            case "SENDING" -> new Delivery.Sending(attempts, text(d, "owner"), time(d, "until"));
            case "SENT" -> new Delivery.Sent(attempts, text(d, "remote"));
            case "FAILED" ->
                new Delivery.Failed(
                        attempts, time(d, "at"), oneOf(Delivery.Failure.class, d, "cause"), integer(d, "code"));
            case "UNKNOWN" -> new Delivery.Unknown(attempts, time(d, "at"), text(d, "cause"));
            default -> throw new IllegalStateException("outbox entry in a state this version does not know");
        };
    }
}
