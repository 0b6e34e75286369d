package cn.huying.bot.dialogue.community.phrase;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.intent.SmallTalkKind;
import cn.huying.bot.message.PassiveText;
import cn.huying.bot.text.TextKey;
import cn.huying.bot.text.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The dialogue's texts by what they say. The words are in {@code config/templates/dialogue.yml}. What is said of answers and of requests is
 * with {@link AnswerPhrases} and {@link RequestPhrases}.
 */
public final class Phrases {
    private final Texts texts;
    private final AnswerPhrases answers;
    private final RequestPhrases requests;
    private final ArticlePhrases articles;

    public Phrases(Texts texts) {
        this.texts = texts;
        this.answers = new AnswerPhrases(texts);
        this.requests = new RequestPhrases(texts);
        this.articles = new ArticlePhrases(texts);
    }

    /** What the file must hold, checked at start. */
    public static List<TextKey> keys() {
        return PhraseKeys.all();
    }

    public AnswerPhrases answers() {
        return answers;
    }

    public ArticlePhrases articles() {
        return articles;
    }

    public RequestPhrases requests() {
        return requests;
    }

    String label(Place place) {
        return requests.label(place);
    }

    /** As far as it is known; empty when nothing was said of it. */
    public String placeOf(Draft draft) {
        return draft.place().map(this::label).orElse(draft.placeWords());
    }

    private String say(String key) {
        return texts.render(key, Map.of());
    }

    public String welcome(Optional<Place> home) {
        return home.map(place -> texts.render("welcome-home", Map.of("place", label(place))))
                .orElseGet(() -> say("welcome"));
    }

    public String homeKept(Place place) {
        return texts.render("home-kept", Map.of("place", label(place)));
    }

    public String whichHome(List<Place> places) {
        return texts.render("home-which", Map.of("choices", Lines.numbered(labels(places))));
    }

    public String homeUnknown() {
        return say("home-unknown");
    }

    public String unknownCode() {
        return say("unknown-code");
    }

    public String help() {
        return say("help");
    }

    public String menu() {
        return say("menu");
    }

    public String smallTalk(SmallTalkKind kind) {
        return say(talkKey(kind));
    }

    /** Courtesy before a matter is complete: told apart from having registered it. */
    public String smallTalkInDraft(SmallTalkKind kind, boolean complete) {
        return beforeTheDraft(smallTalk(kind), complete);
    }

    /** Says something else and comes back to the matter that is not complete; the reminder is never cut off. */
    public String beforeTheDraft(String text, boolean complete) {
        String reminder = "\n\n" + say(complete ? "draft-to-confirm" : "draft-without-place");
        int room = PassiveText.MOST_BYTES - reminder.getBytes(StandardCharsets.UTF_8).length;
        return PassiveText.cut(text, room) + reminder;
    }

    /** Says something else and asks once more where the danger is. */
    public String beforeTheAlarm(String text) {
        String reminder = "\n\n" + requests.emergencyWhere();
        int room = PassiveText.MOST_BYTES - reminder.getBytes(StandardCharsets.UTF_8).length;
        return PassiveText.cut(text, room) + reminder;
    }

    static String talkKey(SmallTalkKind kind) {
        return "talk-" + kind.name().toLowerCase(Locale.ROOT);
    }

    public String voiceUnheard() {
        return say("voice-unheard");
    }

    public String picture(boolean draftOpen) {
        return say(draftOpen ? "picture-with-draft" : "picture");
    }

    public String video() {
        return say("video");
    }

    public String link() {
        return say("link");
    }

    public String nothingOpen() {
        return say("nothing-open");
    }

    public String noSuchChoice(int count) {
        return texts.render("no-such-choice", Map.of("count", Integer.toString(count)));
    }

    public String notAChoice() {
        return say("not-a-choice");
    }

    public String cancelled(boolean nothingWasOpen) {
        return say(nothingWasOpen ? "nothing-to-cancel" : "cancelled");
    }

    /** A second matter told in the same breath, that nothing was done about yet. */
    public String alsoOpen(String words) {
        return texts.render("also-open", Map.of("words", Lines.quoted(words)));
    }

    public String continuation() {
        return say("continuation");
    }

    public String draftForgotten() {
        return say("draft-forgotten");
    }

    public String askWhat() {
        return say("ask-what");
    }

    /** Something is wrong, and neither what nor where was said. */
    public String askMore(String words) {
        return texts.render("ask-more", Map.of("words", Lines.quoted(words)));
    }

    /** Where is known now; what it is still is not. */
    public String askMoreAt(String place, String words) {
        return texts.render("ask-more-at", Map.of("place", Lines.quoted(place), "words", Lines.quoted(words)));
    }

    public String askWhatAt(Place place) {
        return texts.render("ask-what-at", Map.of("place", label(place)));
    }

    /** Only a place was said: it may be where something is wrong, or a home. */
    public String askWhatThere(Place place) {
        return texts.render("ask-what-there", Map.of("place", label(place)));
    }

    /** The matter is to be told anew; where it is stays, as far as it was known. */
    public String askWhatAgain(String place) {
        return place.isEmpty() ? say("ask-what-again") : texts.render("ask-what-again-at", Map.of("place", place));
    }

    /** @param category empty when the words did not tell one */
    public String askWhere(String category) {
        return category.isEmpty() ? say("ask-where-plain") : texts.render("ask-where", Map.of("category", category));
    }

    /** Whoever does not know where is told what helps, and who finds out. */
    public String askWhereUnsure() {
        return say("ask-where-unsure");
    }

    /** A question or 随便 beside a matter that waits for 确认 changes nothing of it. */
    public String notForADraft() {
        return say("not-for-a-draft");
    }

    public String askWhereAgain() {
        return say("ask-where-again");
    }

    /** @param heard a building the resident named that is not there, else empty */
    public String askBuilding(Place known, String heard) {
        return heard.isEmpty()
                ? texts.render("ask-building", Map.of("place", label(known)))
                : texts.render("ask-building-not-there", Map.of("place", known.publicLabel(), "heard", heard));
    }

    /** Several compounds have such a building. */
    public String askCompound(String building) {
        return texts.render("ask-compound", Map.of("building", building));
    }

    public String whichPlace(List<Place> places) {
        return texts.render("which-place", Map.of("choices", Lines.numbered(labels(places))));
    }

    public String farAway() {
        return say("far-away");
    }

    /** @param category empty when the words did not tell one */
    public String confirm(String category, String place, Draft draft) {
        String shown = category.isEmpty() ? say("confirm-unnamed-category") : category;
        String text = texts.render(
                "confirm",
                Map.of("category", shown, "place", Lines.quoted(place), "words", Lines.quoted(draft.text())));
        return draft.also().isEmpty() ? text : text + '\n' + say("confirm-also");
    }

    public String handedToStaff() {
        return say("handed-to-staff");
    }

    private List<String> labels(List<Place> places) {
        return places.stream().map(this::label).toList();
    }
}
