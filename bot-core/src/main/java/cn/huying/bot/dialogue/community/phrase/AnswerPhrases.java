package cn.huying.bot.dialogue.community.phrase;

import cn.huying.bot.answer.Retelling;
import cn.huying.bot.intent.Aspect;
import cn.huying.bot.message.PassiveText;
import cn.huying.bot.text.Texts;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.Source;
import cn.huying.knowledge.faq.Validity;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /** The answer to a question in passing before what is asked about something else, which is never cut off. */
    public String answerBefore(String answer, String text) {
        String rest = "\n\n" + text;
        int room = PassiveText.MOST_BYTES - rest.getBytes(StandardCharsets.UTF_8).length;
        return PassiveText.cut(texts.render("beside", Map.of("answer", answer)), room) + rest;
    }

    /** The answer to a question in passing below what was said first. */
    public String answerAfter(String text, String answer) {
        return PassiveText.cut(
                text + "\n\n" + texts.render("beside", Map.of("answer", answer)), PassiveText.MOST_BYTES);
    }

    /** That a question has an answer, before what is said of something else; nothing of it where both have no room. */
    public String known(String question, String text) {
        String both = texts.render("beside-known", Map.of("question", question)) + "\n\n" + text;
        return PassiveText.fits(both) ? both : text;
    }

    /** Two answers to two questions. */
    public String answers(String first, String second) {
        return first + "\n\n" + texts.render("beside", Map.of("answer", second));
    }

    public String unansweredAside() {
        return say("beside-unanswered");
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
        return texts.render(
                key,
                Map.of(
                        "answer", body.toString(),
                        "sources", cited(entry),
                        "validity", validity(entry.validity(), today)));
    }

    /** What an entry says of what was asked of it, in its own words. */
    public String retold(Entry entry, Retelling retelling, LocalDate today) {
        StringBuilder facts = new StringBuilder();
        retelling.told().forEach((aspect, lines) -> facts.append(fact(aspect, lines)));
        if (!retelling.untold().isEmpty()) {
            facts.append(texts.render("follow-up-partly", Map.of("asked", named(retelling.untold()))));
        }
        boolean onlySource = retelling.told().keySet().equals(Set.of(Aspect.SOURCE));
        return texts.render(
                onlySource && facts.isEmpty() ? "follow-up-source" : "follow-up",
                Map.of(
                        "question", entry.question(),
                        "facts", localFacts(facts.toString().strip()),
                        "sources", cited(entry),
                        "validity", validity(entry.validity(), today)));
    }

    private String fact(Aspect aspect, List<String> lines) {
        return switch (aspect) {
            case BRING -> say("answer-bring") + String.join("、", lines) + '\n';
            case STEPS -> say("answer-steps") + '\n' + Lines.numbered(lines) + '\n';
            case PHONE -> texts.render("answer-phone", Map.of("phone", lines.getFirst())) + '\n';
            case SOURCE -> "";
            case OTHERS -> Lines.dotted(lines) + '\n' + say("follow-up-others");
            case WHERE, DURATION, COST, PROXY, CONDITIONS, LIABILITY, MORE -> Lines.dotted(lines) + '\n';
        };
    }

    /** The entry does not say what was asked of it. @param related other questions it leads to, may be empty */
    public String untold(Entry entry, Set<Aspect> asked, List<String> related) {
        String phone = entry.action()
                .phone()
                .map(number -> texts.render("follow-up-phone", Map.of("phone", number)))
                .orElse("");
        String text = texts.render(
                asked.equals(Set.of(Aspect.MORE)) ? "follow-up-no-more" : "follow-up-untold",
                Map.of("question", entry.question(), "asked", named(asked), "phone", phone));
        return related.isEmpty()
                ? text
                : text + '\n' + texts.render("follow-up-related", Map.of("questions", Lines.dotted(related)));
    }

    private String named(Set<Aspect> asked) {
        return asked.stream().sorted().map(aspect -> say(aspectKey(aspect))).collect(Collectors.joining("、"));
    }

    static String aspectKey(Aspect aspect) {
        return "asked-" + aspect.name().toLowerCase(Locale.ROOT);
    }

    private static String cited(Entry entry) {
        return entry.sources().stream().map(Source::cite).collect(Collectors.joining("；"));
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

    /** Words that need an answer before them, and there was none. */
    public String ofWhat() {
        return say("follow-up-of-what");
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
