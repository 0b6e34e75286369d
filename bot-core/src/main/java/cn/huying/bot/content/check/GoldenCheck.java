package cn.huying.bot.content.check;

import cn.huying.bot.content.Content;
import cn.huying.bot.content.Objection;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.evaluate.Said;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.GoldenQuestions;
import cn.huying.knowledge.faq.GoldenQuestions.Answerable;
import cn.huying.knowledge.faq.GoldenQuestions.Unanswerable;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import cn.huying.knowledge.load.ConfigException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Asks the golden questions before and after the change: what was answered rightly must still be, and what must not be answered still must
 * not. The questions are the whole country's; a local answer that comes before the country's is not held against it.
 */
public final class GoldenCheck implements Objection.Check {
    private final Supplier<GoldenQuestions> golden;
    private final Function<List<Entry>, LuceneKnowledgeBase> build;
    private final Clock clock;
    private final ZoneId zone;
    private Optional<GoldenQuestions> kept = Optional.empty();

    /** @param golden read when it is first needed, and again only where it was broken; nothing is published meanwhile */
    public GoldenCheck(
            Supplier<GoldenQuestions> golden,
            Function<List<Entry>, LuceneKnowledgeBase> build,
            Clock clock,
            ZoneId zone) {
        this.golden = golden;
        this.build = build;
        this.clock = clock;
        this.zone = zone;
    }

    /** What some content says to each question, in their order. */
    private record Judged(List<Said> answerable, List<Said> unanswerable) {}

    @Override
    public List<Objection> objections(Content before, Content after) {
        try {
            return objections(before, after, questions());
        } catch (ConfigException broken) {
            return List.of(
                    new Objection(GoldenQuestions.FILE, "标准问题读不出来，改动没法检查，先不发布。请改好这个文件再发布一次：" + broken.getMessage()));
        }
    }

    private synchronized GoldenQuestions questions() {
        GoldenQuestions questions = kept.orElseGet(golden);
        kept = Optional.of(questions);
        return questions;
    }

    private List<Objection> objections(Content before, Content after, GoldenQuestions questions) {
        Judged then = judged(before, questions);
        Judged now = judged(after, questions);
        List<Objection> objections = new ArrayList<>();
        for (int i = 0; i < questions.answerable().size(); i++) {
            Answerable question = questions.answerable().get(i);
            Said said = now.answerable().get(i);
            if (isWorse(then.answerable().get(i), said) && mayBeAnswered(question, after)) {
                objections.add(new Objection(question.ask(), lost(question, said)));
            }
        }
        for (int i = 0; i < questions.unanswerable().size(); i++) {
            if (isWorse(then.unanswerable().get(i), now.unanswerable().get(i))) {
                objections.add(falselyAnswered(questions.unanswerable().get(i)));
            }
        }
        return objections;
    }

    private static Objection falselyAnswered(Unanswerable question) {
        return new Objection(question.ask(), "标准问题“" + question.ask() + "”本不该直接回答，改后会被直接回答。请检查新加的问法");
    }

    /** A choice more or less at the edge of what is offered comes with every change; an answer lost or gone wrong does not. */
    private static boolean isWorse(Said then, Said now) {
        return then == Said.RIGHT && !now.helps() || then != Said.WRONG && now == Said.WRONG;
    }

    /** Whoever removes an entry means to. */
    private static boolean mayBeAnswered(Answerable question, Content after) {
        return question.right().stream().anyMatch(id -> after.entry(id).isPresent());
    }

    private static String lost(Answerable question, Said said) {
        return "标准问题“" + question.ask() + "”原来答得对（" + question.right().getFirst() + "），改后"
                + (said == Said.UNKNOWN ? "答不上来" : "会答成别的") + "。请检查改动的问法和答案";
    }

    private Judged judged(Content content, GoldenQuestions questions) {
        LuceneKnowledgeBase knowledge = build.apply(content.list());
        LocalDate on = LocalDate.ofInstant(clock.instant(), zone);
        return new Judged(
                questions.answerable().stream()
                        .map(one -> Said.of(knowledge.find(new Question(one.ask(), List.of(), on)), one.right()))
                        .toList(),
                questions.unanswerable().stream()
                        .map(one -> Said.of(knowledge.find(new Question(one.ask(), List.of(), on)), List.of()))
                        .toList());
    }
}
