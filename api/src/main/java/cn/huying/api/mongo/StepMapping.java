package cn.huying.api.mongo;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Step;
import java.time.Instant;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
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
            case Step.AskedWhat(Draft draft) -> kind("asked-what").append("draft", document(draft));
            case Step.AskedWhere(Draft draft) -> kind("asked-where").append("draft", document(draft));
            case Step.ChoosingPlace(Draft draft, List<String> places) ->
                kind("choosing-place").append("draft", document(draft)).append("places", array(places));
            case Step.Confirming(Draft draft) -> kind("confirming").append("draft", document(draft));
            case Step.ChoosingHome(List<String> places) -> kind("choosing-home").append("places", array(places));
            case Step.AskedWhereUrgently(String request) ->
                kind("asked-where-urgently").append("request", new BsonString(request));
            case Step.Reading(String rest) -> kind("reading").append("rest", new BsonString(rest));
            case Step.AskedSatisfied(String request) ->
                kind("asked-satisfied").append("request", new BsonString(request));
        };
    }

    static Step step(BsonDocument d) {
        return switch (text(d, "k")) {
            case "choosing-answer" -> new Step.ChoosingAnswer(texts(d, "entries"), text(d, "words"));
            case "offered" -> new Step.OfferedToRegister(text(d, "words"));
            case "asked-what" -> new Step.AskedWhat(draft(d));
            case "asked-where" -> new Step.AskedWhere(draft(d));
            case "choosing-place" -> new Step.ChoosingPlace(draft(d), texts(d, "places"));
            case "confirming" -> new Step.Confirming(draft(d));
            case "choosing-home" -> new Step.ChoosingHome(texts(d, "places"));
            case "asked-where-urgently" -> new Step.AskedWhereUrgently(text(d, "request"));
            case "reading" -> new Step.Reading(text(d, "rest"));
            case "asked-satisfied" -> new Step.AskedSatisfied(text(d, "request"));
            default -> new Step.Idle();
        };
    }

    private static BsonDocument document(Draft draft) {
        return new BsonDocument("text", new BsonString(draft.text()))
                .append("category", new BsonString(draft.category()))
                .append("place", new BsonString(draft.place()))
                .append("placeText", new BsonString(draft.placeText()))
                .append("startedAt", new BsonDateTime(draft.startedAt().toEpochMilli()));
    }

    private static Draft draft(BsonDocument step) {
        BsonDocument d = step.getDocument("draft");
        Instant startedAt = Instant.ofEpochMilli(d.getDateTime("startedAt").getValue());
        return new Draft(text(d, "text"), text(d, "category"), text(d, "place"), text(d, "placeText"), startedAt);
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
