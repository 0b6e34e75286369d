package cn.huying.api.mongo.broadcast;

import static cn.huying.api.mongo.Documents.appendIf;
import static cn.huying.api.mongo.Documents.array;
import static cn.huying.api.mongo.Documents.integer;
import static cn.huying.api.mongo.Documents.list;
import static cn.huying.api.mongo.Documents.name;
import static cn.huying.api.mongo.Documents.number;
import static cn.huying.api.mongo.Documents.oneOf;
import static cn.huying.api.mongo.Documents.optional;
import static cn.huying.api.mongo.Documents.string;
import static cn.huying.api.mongo.Documents.text;
import static cn.huying.api.mongo.Documents.time;

import cn.huying.api.mongo.Documents;
import cn.huying.bot.alert.AlertId;
import cn.huying.bot.alert.Colour;
import cn.huying.bot.broadcast.Audience;
import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastEvent;
import cn.huying.bot.broadcast.BroadcastId;
import cn.huying.bot.broadcast.BroadcastKind;
import cn.huying.bot.broadcast.BroadcastState;
import cn.huying.bot.broadcast.Channel;
import cn.huying.bot.broadcast.Content;
import cn.huying.bot.broadcast.Muster;
import cn.huying.bot.broadcast.Seal;
import cn.huying.bot.grid.GridId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** A broadcast as a document. Staff write it for everybody to read, so nothing in it is sealed. */
final class BroadcastMapping {
    private static final int VERSION = 1;

    private BroadcastMapping() {}

    static BsonDocument document(Broadcast broadcast, long rev) {
        BsonDocument document = new BsonDocument("_id", string(broadcast.id().value()))
                .append("v", number(VERSION))
                .append("rev", new BsonInt64(rev))
                .append("kind", name(broadcast.kind()))
                .append("state", name(broadcast.state()))
                .append("createdAt", time(broadcast.createdAt()))
                .append("content", content(broadcast.content()))
                .append("audience", audience(broadcast.audience()))
                .append("muster", muster(broadcast.muster()))
                .append("history", array(broadcast.history(), BroadcastMapping::event));
        appendIf(document, "alert", broadcast.alert().map(BroadcastMapping::alert));
        return appendIf(document, "approved", broadcast.approved().map(seal -> string(seal.value())));
    }

    static Broadcast broadcast(BsonDocument d) {
        return new Broadcast(
                new BroadcastId(text(d, "_id")),
                oneOf(BroadcastKind.class, d, "kind"),
                optional(d, "alert").map(BroadcastMapping::alert),
                content(d.getDocument("content")),
                audience(d.getDocument("audience")),
                oneOf(BroadcastState.class, d, "state"),
                optionalText(d, "approved").map(Seal::new),
                muster(d.getDocument("muster")),
                list(d, "history", BroadcastMapping::event),
                d.getNumber("rev").longValue());
    }

    private static BsonDocument alert(AlertId id) {
        return new BsonDocument("sender", string(id.sender())).append("identifier", string(id.identifier()));
    }

    private static AlertId alert(BsonDocument d) {
        return new AlertId(text(d, "sender"), text(d, "identifier"));
    }

    private static BsonDocument content(Content content) {
        BsonDocument document = new BsonDocument("title", string(content.title()))
                .append("text", string(content.text()))
                .append("expires", time(content.expires()));
        return appendIf(document, "colour", content.colour().map(Documents::name));
    }

    private static Content content(BsonDocument d) {
        Optional<Colour> colour = optionalText(d, "colour").map(Colour::valueOf);
        return new Content(text(d, "title"), text(d, "text"), colour, time(d, "expires"));
    }

    private static BsonDocument audience(Audience audience) {
        BsonDocument document = new BsonDocument(
                        "grids",
                        strings(audience.grids().stream().map(GridId::value).toList()))
                .append(
                        "channels",
                        strings(audience.channels().stream().map(Enum::name).toList()));
        return audience.told().isEmpty()
                ? document
                : document.append(
                        "told",
                        strings(audience.told().stream().map(BroadcastId::value).toList()));
    }

    private static Audience audience(BsonDocument d) {
        return new Audience(
                strings(d, "grids").stream().map(GridId::new).collect(Collectors.toUnmodifiableSet()),
                strings(d, "channels").stream().map(Channel::valueOf).collect(Collectors.toUnmodifiableSet()),
                d.containsKey("told")
                        ? strings(d, "told").stream().map(BroadcastId::new).collect(Collectors.toUnmodifiableSet())
                        : Set.of());
    }

    private static BsonDocument muster(Muster muster) {
        BsonDocument excluded = new BsonDocument();
        muster.excluded().forEach((reason, n) -> excluded.append(reason.name(), number(n)));
        return new BsonDocument("edition", number(muster.edition()))
                .append("leaseUntil", time(muster.leaseUntil()))
                .append("recipients", number(muster.recipients()))
                .append("excluded", excluded);
    }

    private static Muster muster(BsonDocument d) {
        Map<Muster.Exclusion, Integer> excluded = new EnumMap<>(Muster.Exclusion.class);
        d.getDocument("excluded")
                .forEach((reason, n) -> excluded.put(
                        Muster.Exclusion.valueOf(reason), n.asNumber().intValue()));
        return new Muster(integer(d, "edition"), time(d, "leaseUntil"), integer(d, "recipients"), excluded);
    }

    private static BsonDocument event(BroadcastEvent event) {
        return new BsonDocument("at", time(event.at()))
                .append("by", string(event.by()))
                .append("deed", name(event.deed()))
                .append("to", name(event.to()))
                .append("note", string(event.note()));
    }

    private static BroadcastEvent event(BsonDocument d) {
        return new BroadcastEvent(
                time(d, "at"),
                text(d, "by"),
                oneOf(BroadcastEvent.Deed.class, d, "deed"),
                oneOf(BroadcastState.class, d, "to"),
                text(d, "note"));
    }

    private static BsonArray strings(List<String> values) {
        return new BsonArray(values.stream().sorted().map(BsonString::new).toList());
    }

    private static List<String> strings(BsonDocument d, String name) {
        return d.getArray(name).stream()
                .map(value -> value.asString().getValue())
                .toList();
    }

    private static Optional<String> optionalText(BsonDocument d, String name) {
        return d.containsKey(name) ? Optional.of(text(d, name)) : Optional.empty();
    }
}
