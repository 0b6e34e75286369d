package cn.huying.api.mongo;

import static cn.huying.api.mongo.Documents.array;
import static cn.huying.api.mongo.Documents.string;
import static cn.huying.api.mongo.Documents.text;
import static cn.huying.api.mongo.Documents.texts;

import cn.huying.bot.delivery.Target;
import cn.huying.bot.delivery.channel.CardText;
import cn.huying.bot.staff.WorkerId;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;

/** A worker's card in an outbox: {worker, about, update, title, status, params, taps []}. Nothing in it is personal. */
final class CardMapping {
    private CardMapping() {}

    static BsonDocument document(Target.WorkerCard card) {
        CardText face = card.text();
        return new BsonDocument("worker", string(card.to().value()))
                .append("about", string(card.about()))
                .append("update", new BsonBoolean(card.update()))
                .append("title", string(face.title()))
                .append("status", string(face.status()))
                .append("params", texts(face.params()))
                .append("taps", array(face.taps(), Documents::string));
    }

    static Target.WorkerCard card(BsonDocument document) {
        CardText face = new CardText(
                text(document, "title"),
                text(document, "status"),
                texts(document, "params"),
                document.getArray("taps").stream()
                        .map(tap -> tap.asString().getValue())
                        .toList());
        return new Target.WorkerCard(
                new WorkerId(text(document, "worker")),
                text(document, "about"),
                document.getBoolean("update").getValue(),
                face);
    }
}
