package cn.huying.bot.dialogue.community.phrase;

import cn.huying.bot.text.Texts;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.Source;
import cn.huying.knowledge.faq.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said of entries of the knowledge base. */
public final class AnswerPhrases {
    private static final String TO_BE_FILLED = "【社区填写：";

    private final Texts texts;

    AnswerPhrases(Texts texts) {
        this.texts = texts;
    }

    private String say(String key) {
        return texts.render(key, Map.of());
    }

    /** Answer, steps, what to bring, phone, always what it rests on, and what may be said of it. */
    public String answer(Entry entry, boolean trouble, LocalDate today) {
        return card(trouble ? "answer-with-trouble" : "answer", entry, today);
    }

    /** In passing, while something else is open that the resident's next words belong to. */
    public String answerAside(Entry entry, LocalDate today) {
        return card("answer-aside", entry, today);
    }

    private String card(String key, Entry entry, LocalDate today) {
        StringBuilder body = new StringBuilder(localFacts(entry.answer().text().strip()));
        List<String> steps = entry.answer().steps();
        if (!steps.isEmpty()) {
            body.append('\n').append(say("answer-steps")).append('\n').append(localFacts(Lines.numbered(steps)));
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
                key,
                Map.of("answer", body.toString(), "sources", sources, "validity", validity(entry.validity(), today)));
    }

    /** Only what a resident has to know: that it ends, or that nobody has looked at it for long. */
    private String validity(Validity validity, LocalDate today) {
        String end = validity.until()
                .map(until -> texts.render("answer-until", Map.of("date", until.toString())))
                .orElse("");
        return validity.isDueForReview(today)
                ? end
                        + texts.render(
                                "answer-old", Map.of("date", validity.reviewed().toString()))
                : end;
    }

    public String useful() {
        return say("feedback-useful");
    }

    public String useless() {
        return say("feedback-useless");
    }

    public String unsolved() {
        return say("feedback-unsolved");
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

    public String choices(List<String> questions) {
        return questions.size() == 1
                ? texts.render("choice-single", Map.of("question", questions.getFirst()))
                : texts.render("choices", Map.of("choices", Lines.numbered(questions)));
    }

    /** Choices while something else is open: no number may pick one. */
    public String choicesAside(List<String> questions) {
        return texts.render("choices-aside", Map.of("choices", Lines.dotted(questions)));
    }

    public String notFound() {
        return say("not-found");
    }

    /** For who writes no Chinese: in English as well, with the numbers for danger. */
    public String notFoundForeign() {
        return say("not-found-foreign");
    }
}
