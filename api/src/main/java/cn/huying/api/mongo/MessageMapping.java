package cn.huying.api.mongo;

import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboundMessage.Origin;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import java.time.Instant;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonString;

/** Messages and replies as documents; these are sealed whole before they are stored. */
final class MessageMapping {
    private MessageMapping() {}

    static BsonDocument document(InboundMessage message) {
        Origin origin = message.origin();
        return body(message)
                .append("account", new BsonString(origin.accountName()))
                .append("sentAt", new BsonDateTime(origin.sentAt().toEpochMilli()));
    }

    private static BsonDocument body(InboundMessage message) {
        return switch (message) {
            case InboundMessage.Text text -> texts("text", "content", text.content());
            case InboundMessage.Voice voice ->
                texts("voice", "media", voice.mediaId(), "recognition", voice.recognition());
            case InboundMessage.Image image -> texts("image", "media", image.mediaId(), "url", image.url());
            case InboundMessage.Video video -> texts("video", "media", video.mediaId(), "thumb", video.thumbMediaId());
            case InboundMessage.Location at ->
                place("location", at.latitude(), at.longitude()).append("label", new BsonString(at.label()));
            case InboundMessage.Link link ->
                texts("link", "title", link.title(), "description", link.description(), "url", link.url());
            case InboundMessage.Subscribed subscribed -> texts("subscribed", "scene", subscribed.scene());
            case InboundMessage.Unsubscribed unsubscribed -> texts("unsubscribed");
            case InboundMessage.Scanned scanned -> texts("scanned", "scene", scanned.scene());
            case InboundMessage.MenuClicked menu -> texts("menu", "key", menu.key());
            case InboundMessage.LocationReported at -> place("located", at.latitude(), at.longitude());
            case InboundMessage.JobFinished job ->
                texts("job", "job", job.job(), "msgId", job.msgId(), "status", job.status())
                        .append("reach", reach(job.reach()));
            case InboundMessage.Unsupported other -> texts("unsupported", "kind", other.kind());
        };
    }

    static InboundMessage message(InboxId id, Sender sender, BsonDocument d) {
        Origin origin = new Origin(
                id,
                sender,
                text(d, "account"),
                Instant.ofEpochMilli(d.getDateTime("sentAt").getValue()));
        return switch (text(d, "k")) {
            case "text" -> new InboundMessage.Text(origin, text(d, "content"));
            case "voice" -> new InboundMessage.Voice(origin, text(d, "media"), text(d, "recognition"));
            case "image" -> new InboundMessage.Image(origin, text(d, "media"), text(d, "url"));
            case "video" -> new InboundMessage.Video(origin, text(d, "media"), text(d, "thumb"));
            case "location" ->
                new InboundMessage.Location(origin, number(d, "lat"), number(d, "lon"), text(d, "label"));
            case "link" -> new InboundMessage.Link(origin, text(d, "title"), text(d, "description"), text(d, "url"));
            case "subscribed" -> new InboundMessage.Subscribed(origin, text(d, "scene"));
            case "unsubscribed" -> new InboundMessage.Unsubscribed(origin);
            case "scanned" -> new InboundMessage.Scanned(origin, text(d, "scene"));
            case "menu" -> new InboundMessage.MenuClicked(origin, text(d, "key"));
            case "located" -> new InboundMessage.LocationReported(origin, number(d, "lat"), number(d, "lon"));
            case "job" ->
                new InboundMessage.JobFinished(origin, text(d, "job"), text(d, "msgId"), text(d, "status"), reach(d));
            default ->
                new InboundMessage.Unsupported(
                        origin, d.getString("kind", d.getString("k")).getValue());
        };
    }

    private static BsonDocument reach(InboundMessage.Reach reach) {
        return new BsonDocument("total", Documents.number(reach.total()))
                .append("filtered", Documents.number(reach.filtered()))
                .append("sent", Documents.number(reach.sent()))
                .append("failed", Documents.number(reach.failed()));
    }

    /** Absent in messages received before mass sends were counted. */
    private static InboundMessage.Reach reach(BsonDocument d) {
        return Documents.optional(d, "reach")
                .map(reach -> new InboundMessage.Reach(
                        Documents.integer(reach, "total"),
                        Documents.integer(reach, "filtered"),
                        Documents.integer(reach, "sent"),
                        Documents.integer(reach, "failed")))
                .orElse(InboundMessage.Reach.UNTOLD);
    }

    static BsonDocument document(Reply reply) {
        return switch (reply) {
            case Reply.Silence() -> new BsonDocument();
            case Reply.Text(String text) -> new BsonDocument("text", new BsonString(text));
        };
    }

    static Reply reply(BsonDocument document) {
        return document.containsKey("text") ? new Reply.Text(text(document, "text")) : new Reply.Silence();
    }

    private static BsonDocument texts(String kind, String... namesAndValues) {
        BsonDocument document = new BsonDocument("k", new BsonString(kind));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            document.append(namesAndValues[i], new BsonString(namesAndValues[i + 1]));
        }
        return document;
    }

    private static BsonDocument place(String kind, double latitude, double longitude) {
        return texts(kind).append("lat", new BsonDouble(latitude)).append("lon", new BsonDouble(longitude));
    }

    private static String text(BsonDocument document, String name) {
        return document.getString(name).getValue();
    }

    private static double number(BsonDocument document, String name) {
        return document.getDouble(name).getValue();
    }
}
