package cn.huying.api.mongo;

import cn.huying.api.mongo.resident.PlaceMapping;
import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Wish;
import cn.huying.bot.grid.place.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/** The open step of a conversation as a document; sealed whole before it is stored. */
final class StepMapping {
    private StepMapping() {}

    static BsonDocument document(Step step) {
        return switch (step) {
            case Step.Idle() -> kind("idle");
            case Step.ChoosingAnswer(List<String> entries, String words) ->
                kind("choosing-answer").append("entries", array(entries)).append("words", new BsonString(words));
            case Step.OfferedToRegister(String words) -> kind("offered").append("words", new BsonString(words));
            case Step.Answered(String entry, String words, boolean offered, Instant at) ->
                kind("answered")
                        .append("entry", new BsonString(entry))
                        .append("words", new BsonString(words))
                        .append("offered", BsonBoolean.valueOf(offered))
                        .append("at", new BsonDateTime(at.toEpochMilli()));
            case Step.AskedWhat(Draft draft) -> kind("asked-what").append("draft", document(draft));
            case Step.AskedWhere(Draft draft, int asked) ->
                kind("asked-where").append("draft", document(draft)).append("asked", new BsonInt32(asked));
            case Step.ChoosingPlace(Draft draft, List<Place> places) ->
                kind("choosing-place").append("draft", document(draft)).append("places", places(places));
            case Step.Confirming(Draft draft) -> kind("confirming").append("draft", document(draft));
            case Step.ChoosingHome(List<Place> places) -> kind("choosing-home").append("places", places(places));
            case Step.ChoosingRequest(List<String> requests, Wish wish, String words) ->
                kind("choosing-request")
                        .append("requests", array(requests))
                        .append("wish", new BsonString(wish.name()))
                        .append("words", new BsonString(words));
            case Step.AskedWhereUrgently(String request) ->
                kind("asked-where-urgently").append("request", new BsonString(request));
            case Step.BesideAnAlarm(String request, Step open) ->
                kind("beside-an-alarm")
                        .append("request", new BsonString(request))
                        .append("open", document(open));
            case Step.Withdrawing(String request, Instant asked) -> changing("withdrawing", request, asked);
            case Step.Moving(String request, Instant asked) -> changing("moving", request, asked);
            case Step.Reading(String rest) -> kind("reading").append("rest", new BsonString(rest));
        };
    }

    static Step step(BsonDocument d) {
        return switch (text(d, "k")) {
            case "choosing-answer" -> new Step.ChoosingAnswer(texts(d, "entries"), text(d, "words"));
            case "offered" -> new Step.OfferedToRegister(text(d, "words"));
            case "answered" ->
                new Step.Answered(
                        text(d, "entry"),
                        text(d, "words"),
                        d.getBoolean("offered").getValue(),
                        at(d));
            case "asked-what" -> new Step.AskedWhat(draft(d));
            case "asked-where" ->
                new Step.AskedWhere(draft(d), d.getInt32("asked").getValue());
            case "choosing-place" -> new Step.ChoosingPlace(draft(d), places(d));
            case "confirming" -> new Step.Confirming(draft(d));
            case "choosing-home" -> new Step.ChoosingHome(places(d));
            case "choosing-request" ->
                new Step.ChoosingRequest(texts(d, "requests"), Wish.valueOf(text(d, "wish")), text(d, "words"));
            case "asked-where-urgently" -> new Step.AskedWhereUrgently(text(d, "request"));
            case "beside-an-alarm" -> new Step.BesideAnAlarm(text(d, "request"), step(d.getDocument("open")));
            case "withdrawing" -> new Step.Withdrawing(text(d, "request"), at(d));
            case "moving" -> new Step.Moving(text(d, "request"), at(d));
            case "reading" -> new Step.Reading(text(d, "rest"));
            default -> new Step.Idle();
        };
    }

    private static BsonDocument document(Draft draft) {
        BsonDocument document = new BsonDocument("text", new BsonString(draft.text()))
                .append("placeWords", new BsonString(draft.placeWords()))
                .append("settled", BsonBoolean.valueOf(draft.placeSettled()))
                .append("startedAt", new BsonDateTime(draft.startedAt().toEpochMilli()))
                .append("also", new BsonString(draft.also()))
                .append("category", new BsonString(draft.category()));
        draft.place().ifPresent(place -> document.append("place", PlaceMapping.document(place)));
        return document;
    }

    private static Draft draft(BsonDocument step) {
        BsonDocument d = step.getDocument("draft");
        Instant startedAt = Instant.ofEpochMilli(d.getDateTime("startedAt").getValue());
        Optional<Place> place =
                d.containsKey("place") ? Optional.of(PlaceMapping.place(d.getDocument("place"))) : Optional.empty();
        return new Draft(
                text(d, "text"),
                place,
                text(d, "placeWords"),
                d.getBoolean("settled").getValue(),
                startedAt,
                d.getString("also", new BsonString("")).getValue(),
                d.getString("category", new BsonString("")).getValue());
    }

    private static BsonArray places(List<Place> places) {
        return new BsonArray(places.stream().map(PlaceMapping::document).toList());
    }

    private static List<Place> places(BsonDocument document) {
        return document.getArray("places").stream()
                .map(value -> PlaceMapping.place(value.asDocument()))
                .toList();
    }

    private static BsonDocument changing(String kind, String request, Instant asked) {
        return kind(kind)
                .append("request", new BsonString(request))
                .append("at", new BsonDateTime(asked.toEpochMilli()));
    }

    /** Long ago where it was not written down yet: such a step is over. */
    private static Instant at(BsonDocument document) {
        return Instant.ofEpochMilli(
                document.getDateTime("at", new BsonDateTime(0)).getValue());
    }

    private static BsonDocument kind(String kind) {
        return new BsonDocument("k", new BsonString(kind));
    }

    private static BsonArray array(List<String> texts) {
        return new BsonArray(texts.stream().map(BsonString::new).toList());
    }

    private static List<String> texts(BsonDocument document, String name) {
        return document.getArray(name).stream()
                .map(value -> value.asString().getValue())
                .toList();
    }

    private static String text(BsonDocument document, String name) {
        return document.getString(name).getValue();
    }
}
