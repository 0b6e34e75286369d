package cn.huying.api.mongo.broadcast;

import static cn.huying.api.mongo.Documents.integer;
import static cn.huying.api.mongo.Documents.number;
import static cn.huying.api.mongo.Documents.oneOf;
import static cn.huying.api.mongo.Documents.string;
import static cn.huying.api.mongo.Documents.text;
import static cn.huying.api.mongo.Documents.time;

import cn.huying.bot.broadcast.Channel;
import cn.huying.bot.broadcast.audience.Batch;
import cn.huying.bot.broadcast.audience.Batch.Progress;
import cn.huying.bot.broadcast.audience.BatchId;
import cn.huying.bot.broadcast.audience.Outcome;
import cn.huying.bot.broadcast.audience.Recipient;
import cn.huying.bot.broadcast.audience.RecipientStore.Row;
import cn.huying.bot.broadcast.audience.Tally;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.Sender;
import cn.huying.bot.resident.ResidentId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;

/** Batches and recipients as documents. Of a recipient only ids are kept. */
final class BatchMapping {
    private static final String DELIVERED = "DELIVERED";
    private static final String UNKNOWN = "UNKNOWN";

    private BatchMapping() {}

    static BsonDocument document(Batch batch) {
        BsonDocument document = new BsonDocument("_id", string(batch.id().key()))
                .append("v", number(1))
                .append("run", string(batch.id().run()))
                .append("number", number(batch.id().number()))
                .append("channel", string(batch.channel().name()))
                .append("account", string(batch.account()))
                .append("rank", number(batch.rank()))
                .append("size", number(batch.size()))
                .append("attempts", number(batch.attempts()));
        document.putAll(progress(batch.progress()));
        return document;
    }

    /** {@code due} is when it may be claimed: absent when never again. */
    static BsonDocument progress(Progress progress) {
        return switch (progress) {
            case Progress.Waiting(var at, boolean uncertain) ->
                state("WAITING").append("due", time(at)).append("uncertain", BsonBoolean.valueOf(uncertain));
            case Progress.Sending(String owner, var until, boolean again) ->
                state("SENDING")
                        .append("owner", string(owner))
                        .append("due", time(until))
                        .append("uncertain", BsonBoolean.valueOf(again));
            case Progress.Settled(String remoteId, Tally tally) ->
                state("SETTLED")
                        .append("due", BsonNull.VALUE)
                        .append("remoteId", string(remoteId))
                        .append("tally", tally(tally));
        };
    }

    private static BsonDocument state(String state) {
        return new BsonDocument("state", string(state));
    }

    static Batch batch(BsonDocument d) {
        return new Batch(
                BatchId.ofKey(text(d, "_id")),
                oneOf(Channel.class, d, "channel"),
                text(d, "account"),
                integer(d, "rank"),
                integer(d, "size"),
                integer(d, "attempts"),
                readProgress(d));
    }

    private static Progress readProgress(BsonDocument d) {
        return switch (text(d, "state")) {
            case "WAITING" ->
                new Progress.Waiting(time(d, "due"), d.getBoolean("uncertain").getValue());
            case "SENDING" ->
                new Progress.Sending(
                        text(d, "owner"),
                        time(d, "due"),
                        d.getBoolean("uncertain").getValue());
            default -> new Progress.Settled(text(d, "remoteId"), tally(d.getDocument("tally")));
        };
    }

    static BsonDocument tally(Tally tally) {
        BsonDocument failed = new BsonDocument();
        tally.failed().forEach((reason, n) -> failed.append(reason, number(n)));
        return new BsonDocument("accepted", number(tally.accepted()))
                .append("delivered", number(tally.delivered()))
                .append("failed", failed)
                .append("unknown", number(tally.unknown()));
    }

    private static Tally tally(BsonDocument d) {
        Map<String, Integer> failed = new HashMap<>();
        d.getDocument("failed")
                .forEach((reason, n) -> failed.put(reason, n.asNumber().intValue()));
        return new Tally(integer(d, "accepted"), integer(d, "delivered"), failed, integer(d, "unknown"));
    }

    /** The same person in the same run and channel has the same id: whoever is there already cannot be written down again. */
    static String rowId(Batch batch, Recipient recipient) {
        return batch.id().run() + '|' + batch.channel() + '|' + recipient.who();
    }

    static BsonDocument row(Batch batch, Recipient recipient) {
        BsonDocument row = new BsonDocument("_id", string(rowId(batch, recipient)))
                .append("v", number(1))
                .append("batch", string(batch.id().key()));
        return switch (recipient) {
            case Recipient.Resident(ResidentId id, Sender as) ->
                row.append("resident", string(id.value())).append("as", string(as.key()));
            case Recipient.Group(GridId grid) -> row.append("group", string(grid.value()));
        };
    }

    static Row row(BsonDocument d) {
        Recipient recipient = d.containsKey("group")
                ? new Recipient.Group(new GridId(text(d, "group")))
                : new Recipient.Resident(new ResidentId(text(d, "resident")), Sender.ofKey(text(d, "as")));
        return new Row(
                recipient, d.containsKey("outcome") ? Optional.of(outcome(text(d, "outcome"))) : Optional.empty());
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered _ -> DELIVERED;
            case Outcome.Failed(int code) -> String.valueOf(code);
            case Outcome.Unknown _ -> UNKNOWN;
        };
    }

    private static Outcome outcome(String written) {
        return switch (written) {
            case DELIVERED -> new Outcome.Delivered();
            case UNKNOWN -> new Outcome.Unknown();
            default -> new Outcome.Failed(Integer.parseInt(written));
        };
    }
}
