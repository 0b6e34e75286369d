package cn.huying.api.mongo;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import cn.huying.bot.delivery.Outbox;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.Target;
import cn.huying.bot.envelope.DataKey;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Sender;
import java.time.Instant;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** The outbox of an inbox entry: {outbox [entry], outboxRev, sendAt while something is to be sent, listed while something waits for staff}. */
record LateReplyMapping(DataKey key, InboxId id) {
    Bson owed(Sender to, String text, Instant at) {
        return write(List.of(OutboxEntry.fresh("late", at, new Target.LateReply(to, text), false)));
    }

    Bson write(List<OutboxEntry> entries) {
        OutboxMapping mapping = new OutboxMapping(key, MongoInboxStore.NAME, id.value());
        return combine(
                set("outbox", Documents.array(entries, mapping::document)),
                inc("outboxRev", 1),
                Outbox.nextDue(entries)
                        .<Bson>map(at -> set("sendAt", Documents.time(at)))
                        .orElseGet(() -> unset("sendAt")),
                entries.stream().anyMatch(OutboxEntry::isListed) ? set("listed", true) : unset("listed"));
    }

    List<OutboxEntry> read(BsonDocument document) {
        OutboxMapping mapping = new OutboxMapping(key, MongoInboxStore.NAME, id.value());
        return document.containsKey("outbox")
                ? document.getArray("outbox").stream()
                        .map(value -> mapping.entry(value.asDocument()))
                        .toList()
                : List.of();
    }
}
