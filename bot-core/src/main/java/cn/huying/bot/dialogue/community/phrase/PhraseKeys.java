package cn.huying.bot.dialogue.community.phrase;

import cn.huying.bot.intent.Aspect;
import cn.huying.bot.intent.SmallTalkKind;
import cn.huying.bot.text.TextKey;
import java.util.ArrayList;
import java.util.List;

/** Every text of the dialogue with what is filled in: what {@code config/templates/dialogue.yml} must hold. */
final class PhraseKeys {
    private static final List<String> PLAIN = List.of(
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
            "beside-unanswered",
            "follow-up-others",
            "follow-up-of-what",
            "not-found",
            "not-found-foreign",
            "feedback-useful",
            "feedback-useless",
            "feedback-unsolved",
            "ask-what",
            "ask-what-again",
            "ask-where-plain",
            "ask-where-again",
            "ask-where-unsure",
            "not-for-a-draft",
            "far-away",
            "confirm-unnamed-category",
            "confirm-also",
            "my-requests-none",
            "nothing-to-urge",
            "nothing-to-rework",
            "nothing-to-appeal",
            "nothing-to-change",
            "nothing-to-withdraw",
            "how-to-change",
            "withdraw-kept",
            "move-unclear",
            "emergency-where",
            "emergency-or-new",
            "emergency-call-again",
            "emergency-not-cancelled",
            "handed-to-staff");

    private static final List<TextKey> FILLED = List.of(
            TextKey.of("welcome-home", "place"),
            TextKey.of("home-kept", "place"),
            TextKey.of("home-which", "choices"),
            TextKey.of("place-of-grid", "grid"),
            TextKey.of("no-such-choice", "count"),
            TextKey.of("answer", "answer", "sources", "validity"),
            TextKey.of("answer-with-trouble", "answer", "sources", "validity"),
            TextKey.of("answer-aside", "answer", "sources", "validity"),
            TextKey.of("answer-until", "date"),
            TextKey.of("answer-old", "date"),
            TextKey.of("answer-phone", "phone"),
            TextKey.of("beside", "answer"),
            TextKey.of("beside-known", "question"),
            TextKey.of("follow-up", "question", "facts", "sources", "validity"),
            TextKey.of("follow-up-source", "question", "facts", "sources", "validity"),
            TextKey.of("follow-up-no-more", "question", "asked", "phone"),
            TextKey.of("follow-up-partly", "asked"),
            TextKey.of("follow-up-untold", "question", "asked", "phone"),
            TextKey.of("follow-up-phone", "phone"),
            TextKey.of("follow-up-related", "questions"),
            TextKey.of("to-be-filled", "what"),
            TextKey.of("choices", "choices"),
            TextKey.of("choice-single", "question"),
            TextKey.of("choices-aside", "choices"),
            TextKey.of("ask-more", "words"),
            TextKey.of("ask-more-at", "place", "words"),
            TextKey.of("ask-what-at", "place"),
            TextKey.of("ask-what-again-at", "place"),
            TextKey.of("ask-what-there", "place"),
            TextKey.of("ask-where", "category"),
            TextKey.of("ask-building", "place"),
            TextKey.of("ask-building-not-there", "place", "heard"),
            TextKey.of("ask-compound", "building"),
            TextKey.of("which-place", "choices"),
            TextKey.of("confirm", "category", "place", "words"),
            TextKey.of("registered", "number", "category", "place", "promise"),
            TextKey.of("also-open", "words"),
            TextKey.of("promise-dispatched", "unit", "limit"),
            TextKey.of("promise-triage", "limit"),
            TextKey.of("limit-minutes", "n"),
            TextKey.of("limit-hours", "n"),
            TextKey.of("limit-days", "n"),
            TextKey.of("staff-called", "number", "promise"),
            TextKey.of("staff-called-with", "number", "category", "promise"),
            TextKey.of("staff-already-called", "number"),
            TextKey.of("my-requests", "lines"),
            TextKey.of("my-requests-line", "number", "category", "state", "place"),
            TextKey.of("my-requests-missed", "lines"),
            TextKey.of("request-line", "number", "category", "state", "place"),
            TextKey.of("which-request", "choices"),
            TextKey.of("urged", "number", "category", "state"),
            TextKey.of("urge-refused", "number", "category", "state"),
            TextKey.of("reopened", "number"),
            TextKey.of("woken", "number"),
            TextKey.of("appealed", "number"),
            TextKey.of("info-kept", "number"),
            TextKey.of("info-kept-or-new", "number"),
            TextKey.of("rework-refused", "number"),
            TextKey.of("withdraw-confirm", "number", "category", "state", "place"),
            TextKey.of("withdrawn", "number"),
            TextKey.of("withdraw-refused", "number", "state"),
            TextKey.of("withdraw-called-back", "number"),
            TextKey.of("move-where", "number", "category", "state", "place"),
            TextKey.of("moved", "number", "place"),
            TextKey.of("change-refused", "number", "state"),
            TextKey.of("rated", "number"),
            TextKey.of("rated-rework", "number"),
            TextKey.of("emergency-registered", "number"),
            TextKey.of("emergency-again", "number"),
            TextKey.of("emergency-where-kept", "place", "number"),
            TextKey.of("emergency-words-kept", "number"));

    private PhraseKeys() {}

    static List<TextKey> all() {
        List<TextKey> keys = new ArrayList<>(FILLED);
        keys.addAll(ArticlePhrases.KEYS);
        PLAIN.forEach(key -> keys.add(TextKey.of(key)));
        for (SmallTalkKind kind : SmallTalkKind.values()) {
            keys.add(TextKey.of(Phrases.talkKey(kind)));
        }
        for (Aspect aspect : Aspect.values()) {
            keys.add(TextKey.of(AnswerPhrases.aspectKey(aspect)));
        }
        return keys;
    }
}
