package cn.huying.bot.dialogue;

import cn.huying.bot.delivery.Target.ResidentNotice;
import cn.huying.bot.emergency.Emergency;
import cn.huying.bot.grid.Place;
import cn.huying.bot.intent.SmallTalkKind;
import cn.huying.bot.text.TextKey;
import cn.huying.bot.text.Texts;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The dialogue's texts by what they say. The words are in {@code config/templates/dialogue.yml}. */
public final class Phrases {
    /** The resident's own words are shown back in part only: the message must stay readable on a phone. */
    private static final int QUOTED = 80;

    private static final String TO_BE_FILLED = "【社区填写：";

    private final Texts texts;

    public Phrases(Texts texts) {
        this.texts = texts;
    }

    /** What the file must hold, checked at start. */
    public static List<TextKey> keys() {
        List<TextKey> keys = new ArrayList<>();
        for (String plain : List.of(
                "welcome",
                "home-unknown",
                "unknown-code",
                "help",
                "menu",
                "voice-unheard",
                "picture",
                "picture-with-draft",
                "video",
                "link",
                "nothing-open",
                "not-a-choice",
                "cancelled",
                "nothing-to-cancel",
                "continuation",
                "draft-forgotten",
                "draft-to-confirm",
                "draft-without-place",
                "answer-steps",
                "answer-bring",
                "not-found",
                "ask-what",
                "ask-where-plain",
                "ask-where-again",
                "far-away",
                "confirm-unnamed-category",
                "my-requests-none",
                "emergency-where",
                "emergency-not-cancelled",
                "handed-to-staff")) {
            keys.add(TextKey.of(plain));
        }
        for (SmallTalkKind kind : SmallTalkKind.values()) {
            keys.add(TextKey.of(talkKey(kind)));
        }
        keys.addAll(List.of(
                TextKey.of("welcome-home", "place"),
                TextKey.of("home-kept", "place"),
                TextKey.of("home-which", "choices"),
                TextKey.of("no-such-choice", "count"),
                TextKey.of("answer", "answer", "sources"),
                TextKey.of("answer-with-trouble", "answer", "sources"),
                TextKey.of("answer-phone", "phone"),
                TextKey.of("to-be-filled", "what"),
                TextKey.of("choices", "choices"),
                TextKey.of("ask-what-at", "place"),
                TextKey.of("ask-where", "category"),
                TextKey.of("ask-building", "place"),
                TextKey.of("ask-building-not-there", "place", "heard"),
                TextKey.of("ask-compound", "building"),
                TextKey.of("which-place", "choices"),
                TextKey.of("confirm", "category", "place", "words"),
                TextKey.of("registered", "number", "category", "place", "promise"),
                TextKey.of("promise-dispatched", "unit", "limit"),
                TextKey.of("promise-triage", "limit"),
                TextKey.of("limit-minutes", "n"),
                TextKey.of("limit-hours", "n"),
                TextKey.of("limit-days", "n"),
                TextKey.of("staff-called", "number", "promise"),
                TextKey.of("my-requests", "lines"),
                TextKey.of("my-requests-line", "number", "category", "state", "place"),
                TextKey.of("my-requests-missed", "lines"),
                TextKey.of("rated", "number"),
                TextKey.of("rated-rework", "number"),
                TextKey.of("emergency-registered", "number"),
                TextKey.of("emergency-where-kept", "place", "number"),
                TextKey.of("emergency-words-kept", "number")));
        return keys;
    }

    private String say(String key) {
        return texts.render(key, Map.of());
    }

    String welcome(Optional<Place> home) {
        return home.map(place -> texts.render("welcome-home", Map.of("place", place.fullLabel())))
                .orElseGet(() -> say("welcome"));
    }

    String homeKept(Place place) {
        return texts.render("home-kept", Map.of("place", place.fullLabel()));
    }

    String whichHome(List<Place> places) {
        return texts.render("home-which", Map.of("choices", numbered(labels(places))));
    }

    String homeUnknown() {
        return say("home-unknown");
    }

    String unknownCode() {
        return say("unknown-code");
    }

    String help() {
        return say("help");
    }

    String menu() {
        return say("menu");
    }

    String smallTalk(SmallTalkKind kind) {
        return say(talkKey(kind));
    }

    /** Courtesy before a matter is complete: told apart from having registered it. */
    String smallTalkInDraft(SmallTalkKind kind, boolean complete) {
        return smallTalk(kind) + "\n\n" + say(complete ? "draft-to-confirm" : "draft-without-place");
    }

    private static String talkKey(SmallTalkKind kind) {
        return "talk-" + kind.name().toLowerCase(Locale.ROOT);
    }

    String voiceUnheard() {
        return say("voice-unheard");
    }

    String picture(boolean draftOpen) {
        return say(draftOpen ? "picture-with-draft" : "picture");
    }

    String video() {
        return say("video");
    }

    String link() {
        return say("link");
    }

    String nothingOpen() {
        return say("nothing-open");
    }

    String noSuchChoice(int count) {
        return texts.render("no-such-choice", Map.of("count", Integer.toString(count)));
    }

    String notAChoice() {
        return say("not-a-choice");
    }

    String cancelled(boolean nothingWasOpen) {
        return say(nothingWasOpen ? "nothing-to-cancel" : "cancelled");
    }

    String continuation() {
        return say("continuation");
    }

    String draftForgotten() {
        return say("draft-forgotten");
    }

    /** Answer, steps, what to bring, phone, and always what it rests on. */
    String answer(Entry entry, boolean trouble) {
        StringBuilder body = new StringBuilder(localFacts(entry.answer().text().strip()));
        List<String> steps = entry.answer().steps();
        if (!steps.isEmpty()) {
            body.append('\n').append(say("answer-steps")).append('\n').append(localFacts(numbered(steps)));
        }
        List<String> bring = entry.answer().bring();
        if (!bring.isEmpty()) {
            body.append('\n').append(say("answer-bring")).append(localFacts(String.join("、", bring)));
        }
        entry.action()
                .phone()
                .ifPresent(phone -> body.append('\n').append(texts.render("answer-phone", Map.of("phone", phone))));
        String sources = entry.sources().stream().map(Source::cite).collect(Collectors.joining("；"));
        return texts.render(
                trouble ? "answer-with-trouble" : "answer", Map.of("answer", body.toString(), "sources", sources));
    }

    /** What the community has not filled in yet, 【社区填写：窗口地址】, is to be asked of its staff; the mark itself is for editors. */
    private String localFacts(String text) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf(TO_BE_FILLED); open >= 0; open = text.indexOf(TO_BE_FILLED, from)) {
            int close = text.indexOf('】', open);
            if (close < 0) {
                break;
            }
            String what = text.substring(open + TO_BE_FILLED.length(), close).strip();
            out.append(text, from, open).append(texts.render("to-be-filled", Map.of("what", what)));
            from = close + 1;
        }
        return out.append(text.substring(from)).toString();
    }

    String choices(List<String> questions) {
        return texts.render("choices", Map.of("choices", numbered(questions)));
    }

    String notFound() {
        return say("not-found");
    }

    String askWhat() {
        return say("ask-what");
    }

    String askWhatAt(Place place) {
        return texts.render("ask-what-at", Map.of("place", place.fullLabel()));
    }

    /** @param category empty when the words did not tell one */
    String askWhere(String category) {
        return category.isEmpty() ? say("ask-where-plain") : texts.render("ask-where", Map.of("category", category));
    }

    String askWhereAgain() {
        return say("ask-where-again");
    }

    /** @param heard a building the resident named that is not there, else empty */
    String askBuilding(Place known, String heard) {
        return heard.isEmpty()
                ? texts.render("ask-building", Map.of("place", known.fullLabel()))
                : texts.render("ask-building-not-there", Map.of("place", known.publicLabel(), "heard", heard));
    }

    /** Several compounds have such a building. */
    String askCompound(String building) {
        return texts.render("ask-compound", Map.of("building", building));
    }

    String whichPlace(List<Place> places) {
        return texts.render("which-place", Map.of("choices", numbered(labels(places))));
    }

    String farAway() {
        return say("far-away");
    }

    String confirm(String category, String place, String words) {
        String shown = category.isEmpty() ? say("confirm-unnamed-category") : category;
        return texts.render("confirm", Map.of("category", shown, "place", quoted(place), "words", quoted(words)));
    }

    String registered(String number, String category, String place, String promise) {
        return texts.render(
                "registered",
                Map.of("number", number, "category", category, "place", quoted(place), "promise", promise));
    }

    String promiseDispatched(String unit, Duration limit) {
        return texts.render("promise-dispatched", Map.of("unit", unit, "limit", limit(limit)));
    }

    String promiseTriage(Duration limit) {
        return texts.render("promise-triage", Map.of("limit", limit(limit)));
    }

    private String limit(Duration limit) {
        if (limit.toHours() < 1) {
            return texts.render("limit-minutes", Map.of("n", Long.toString(limit.toMinutes())));
        }
        return limit.toDays() < 1
                ? texts.render("limit-hours", Map.of("n", Long.toString(limit.toHours())))
                : texts.render("limit-days", Map.of("n", Long.toString(limit.toDays())));
    }

    String staffCalled(String number, String promise) {
        return texts.render("staff-called", Map.of("number", number, "promise", promise));
    }

    /** @param missed notices the resident should have got and did not */
    String myRequests(List<String> lines, List<String> missed) {
        if (lines.isEmpty()) {
            return say("my-requests-none");
        }
        String list = texts.render("my-requests", Map.of("lines", String.join("\n", lines)));
        return missed.isEmpty()
                ? list
                : list + "\n\n" + texts.render("my-requests-missed", Map.of("lines", String.join("\n", missed)));
    }

    /** @param stateKey the life cycle's key of the state's name */
    String myRequestsLine(String number, String category, String stateKey, String place) {
        return texts.render(
                "my-requests-line",
                Map.of("number", number, "category", category, "state", say(stateKey), "place", place));
    }

    /** A notice in the words it would have been sent in. */
    String notice(ResidentNotice notice) {
        return texts.render(notice.template(), notice.params());
    }

    String rated(String number, boolean rework) {
        return texts.render(rework ? "rated-rework" : "rated", Map.of("number", number));
    }

    /** The fixed instructions: what to do now and whom to call. */
    String instructions(Emergency emergency) {
        return say(emergency.template());
    }

    String emergencyRegistered(String number) {
        return texts.render("emergency-registered", Map.of("number", number));
    }

    String emergencyWhere() {
        return say("emergency-where");
    }

    /** @param place empty when the words named none: they are kept all the same */
    String emergencyWhereKept(Optional<Place> place, String number) {
        return place.map(known ->
                        texts.render("emergency-where-kept", Map.of("place", known.fullLabel(), "number", number)))
                .orElseGet(() -> texts.render("emergency-words-kept", Map.of("number", number)));
    }

    String emergencyNotCancelled() {
        return say("emergency-not-cancelled");
    }

    String handedToStaff() {
        return say("handed-to-staff");
    }

    private static List<String> labels(List<Place> places) {
        return places.stream().map(Place::fullLabel).toList();
    }

    private static String numbered(List<String> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> (i + 1) + ". " + lines.get(i))
                .collect(Collectors.joining("\n"));
    }

    private static String quoted(String words) {
        int end = words.offsetByCodePoints(0, Math.min(QUOTED, words.codePointCount(0, words.length())));
        return end < words.length() ? words.substring(0, end) + "……" : words;
    }
}
