package cn.huying.api.mongo.request;

import static cn.huying.api.mongo.Documents.appendIf;
import static cn.huying.api.mongo.Documents.list;
import static cn.huying.api.mongo.Documents.name;
import static cn.huying.api.mongo.Documents.oneOf;
import static cn.huying.api.mongo.Documents.optional;
import static cn.huying.api.mongo.Documents.optionalTime;
import static cn.huying.api.mongo.Documents.string;
import static cn.huying.api.mongo.Documents.text;
import static cn.huying.api.mongo.Documents.time;

import cn.huying.api.mongo.Documents;
import cn.huying.api.mongo.OutboxMapping;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.envelope.DataKey;
import cn.huying.bot.envelope.Field;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.message.Sender;
import cn.huying.bot.request.Actor;
import cn.huying.bot.request.Due;
import cn.huying.bot.request.Light;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestNumber;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Standing;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Unit;
import cn.huying.bot.request.Verb;
import cn.huying.bot.resident.ResidentId;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Nature;
import cn.huying.bot.taxonomy.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;

/**
 * A request as a document. Sealed: the resident's words, the channel they came by, the full address, the notes of the history, and whatever
 * the outbox says to the resident.
 *
 * @param key of the resident whose request it is
 */
record RequestMapping(DataKey key, RequestId id) {
    static final String COLLECTION = "requests";
    static final int VERSION = 1;
    private static final String LOOK = "look";
    static final String LOOK_AT = "standing.due." + LOOK;

    BsonDocument document(ServiceRequest request) {
        Submission submission = request.submission();
        return new BsonDocument("_id", string(id.value()))
                .append("v", new BsonInt32(VERSION))
                .append("rev", new BsonInt64(request.rev()))
                .append("number", string(request.number().toString()))
                .append("resident", string(submission.requester().resident().value()))
                .append(
                        "sender",
                        sealed("sender", submission.requester().sender().key()))
                .append("at", time(submission.at()))
                .append("text", sealed("text", submission.text()))
                .append("matter", document(submission.matter()))
                .append("place", document(submission.place()))
                .append("standing", document(request.standing()))
                .append("history", history(request, 0))
                .append("outbox", outbox(request));
    }

    ServiceRequest request(BsonDocument document) {
        return new ServiceRequest(
                id,
                RequestNumber.parse(text(document, "number")).orElseThrow(),
                submission(document),
                standing(document.getDocument("standing")),
                history(document),
                list(document, "outbox", outboxMapping()::entry),
                document.getNumber("rev").longValue());
    }

    static ResidentId resident(BsonDocument document) {
        return new ResidentId(text(document, "resident"));
    }

    /** The events from the given one on. */
    BsonArray history(ServiceRequest request, int from) {
        BsonArray events = new BsonArray();
        for (int i = from; i < request.history().size(); i++) {
            events.add(document(request.history().get(i), i));
        }
        return events;
    }

    BsonArray outbox(ServiceRequest request) {
        OutboxMapping mapping = outboxMapping();
        List<OutboxEntry> entries = request.outbox();
        return Documents.array(entries, mapping::document);
    }

    private OutboxMapping outboxMapping() {
        return new OutboxMapping(key, COLLECTION, id.value());
    }

    private Submission submission(BsonDocument document) {
        Sender sender = Sender.ofKey(opened(document, "sender", "sender"));
        return new Submission(
                new Submission.Requester(resident(document), sender),
                matter(document.getDocument("matter")),
                place(document.getDocument("place")),
                opened(document, "text", "text"),
                time(document, "at"));
    }

    private static BsonDocument document(Submission.Matter matter) {
        return new BsonDocument("category", string(matter.category()))
                .append("name", string(matter.name()))
                .append("tier", name(matter.tier()))
                .append("level", name(matter.level()))
                .append("nature", name(matter.nature()))
                .append("confidence", new BsonDouble(matter.confidence()))
                .append("sensitive", new BsonBoolean(matter.sensitive()));
    }

    private static Submission.Matter matter(BsonDocument d) {
        return new Submission.Matter(
                text(d, "category"),
                text(d, "name"),
                oneOf(Tier.class, d, "tier"),
                oneOf(Level.class, d, "level"),
                oneOf(Nature.class, d, "nature"),
                d.getDouble("confidence").getValue(),
                d.getBoolean("sensitive").getValue());
    }

    BsonDocument document(Submission.Place place) {
        BsonDocument document = new BsonDocument("label", string(place.publicLabel()))
                .append("full", sealed("address", place.fullAddress()));
        return appendIf(document, "leaf", place.leaf().map(leaf -> string(leaf.value())));
    }

    private Submission.Place place(BsonDocument d) {
        return new Submission.Place(
                d.containsKey("leaf") ? Optional.of(new GridId(text(d, "leaf"))) : Optional.empty(),
                text(d, "label"),
                opened(d, "full", "address"));
    }

    static BsonDocument document(Standing standing) {
        Standing.Assignment assignment = standing.assignment();
        BsonDocument document = new BsonDocument("state", name(standing.state()))
                .append("tier", name(standing.tier()))
                .append("level", name(standing.level()))
                .append("light", name(standing.light()))
                .append("helpers", Documents.array(assignment.helpers(), RequestMapping::document))
                .append("due", document(standing.due()));
        appendIf(document, "lead", assignment.lead().map(RequestMapping::document));
        return appendIf(document, "first", assignment.firstReceiver().map(RequestMapping::document));
    }

    private static Standing standing(BsonDocument d) {
        return new Standing(
                oneOf(RequestState.class, d, "state"),
                oneOf(Tier.class, d, "tier"),
                oneOf(Level.class, d, "level"),
                oneOf(Light.class, d, "light"),
                new Standing.Assignment(
                        optional(d, "lead").map(RequestMapping::unit),
                        optional(d, "first").map(RequestMapping::unit),
                        list(d, "helpers", RequestMapping::unit)),
                due(d.getDocument("due")));
    }

    private static BsonDocument document(Due due) {
        BsonDocument document = new BsonDocument("contact", time(due.firstContact()))
                .append("dispatch", time(due.dispatch()))
                .append("resolve", time(due.resolve()));
        appendIf(document, "stopped", due.stoppedAt().map(Documents::time));
        appendIf(document, "promised", due.promised().map(Documents::time));
        appendIf(document, "review", due.review().map(Documents::time));
        return appendIf(document, LOOK, due.look().map(Documents::time));
    }

    private static Due due(BsonDocument d) {
        return new Due(
                time(d, "contact"),
                time(d, "dispatch"),
                time(d, "resolve"),
                optionalTime(d, "stopped"),
                optionalTime(d, "promised"),
                optionalTime(d, "review"),
                optionalTime(d, LOOK));
    }

    private static BsonDocument document(Unit unit) {
        return new BsonDocument("grid", string(unit.grid().value()))
                .append("name", string(unit.name()))
                .append("level", name(unit.level()))
                .append("group", new BsonBoolean(unit.hasGroup()));
    }

    private static Unit unit(BsonDocument d) {
        return new Unit(
                new GridId(text(d, "grid")),
                text(d, "name"),
                oneOf(Level.class, d, "level"),
                d.getBoolean("group").getValue());
    }

    private BsonDocument document(RequestEvent event, int index) {
        BsonDocument document = new BsonDocument("at", time(event.at()))
                .append("by", document(event.actor()))
                .append("verb", name(event.verb()))
                .append("from", name(event.from()))
                .append("to", name(event.to()))
                .append("code", string(event.code()));
        if (!event.note().isEmpty()) {
            document.append("note", sealed(fieldOf(index, "note"), event.note()));
        }
        return event.proof().isEmpty()
                ? document
                : document.append("proof", sealed(fieldOf(index, "proof"), event.proof()));
    }

    private List<RequestEvent> history(BsonDocument document) {
        BsonArray events = document.getArray("history");
        List<RequestEvent> history = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            history.add(event(events.get(i).asDocument(), i));
        }
        return history;
    }

    private RequestEvent event(BsonDocument d, int index) {
        return new RequestEvent(
                time(d, "at"),
                actor(d.getDocument("by")),
                oneOf(Verb.class, d, "verb"),
                oneOf(RequestState.class, d, "from"),
                oneOf(RequestState.class, d, "to"),
                text(d, "code"),
                d.containsKey("note") ? opened(d, "note", fieldOf(index, "note")) : "",
                d.containsKey("proof") ? opened(d, "proof", fieldOf(index, "proof")) : "");
    }

    /** A note is bound to its line: history can neither be reordered nor can words be put into another's mouth. */
    private static String fieldOf(int index, String name) {
        return "history." + index + '.' + name;
    }

    private static BsonDocument document(Actor actor) {
        return new BsonDocument("role", name(actor.role()))
                .append("id", string(actor.id()))
                .append("level", name(actor.level()))
                .append("via", string(actor.via()));
    }

    private static Actor actor(BsonDocument d) {
        return new Actor(
                oneOf(Actor.Role.class, d, "role"), text(d, "id"), oneOf(Level.class, d, "level"), text(d, "via"));
    }

    private BsonBinary sealed(String field, String plain) {
        return new BsonBinary(key.seal(new Field(COLLECTION, id.value(), field), plain));
    }

    private String opened(BsonDocument document, String name, String field) {
        return key.open(
                new Field(COLLECTION, id.value(), field),
                document.getBinary(name).getData());
    }
}
