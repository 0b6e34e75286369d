package cn.huying.api.bench.retrieval;

import cn.huying.knowledge.evaluate.RankFigures;
import cn.huying.knowledge.law.Article;
import cn.huying.knowledge.law.JudgedQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One way of searching, measured.
 *
 * @param p50Ms of one question on one thread, the encoder included
 * @param perSecond questions
 */
public record RetrievalRow(String way, RankFigures figures, double p50Ms, double p99Ms, double perSecond) {
    private static final double NANOS_PER_MS = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    /** Until the virtual machine has compiled what matters. */
    private static final int WARM_UP = 300;

    /** What is found for a question, the best first. */
    @FunctionalInterface
    public interface Way {
        List<Article> find(String question) throws IOException;
    }

    public static RetrievalRow measured(String name, Way way, List<JudgedQuestion> questions) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            way.find(questions.get(i % questions.size()).text());
        }
        long[] nanos = new long[questions.size()];
        List<RankFigures> figures = new ArrayList<>();
        for (int i = 0; i < nanos.length; i++) {
            long begun = System.nanoTime();
            List<Article> found = way.find(questions.get(i).text());
            nanos[i] = System.nanoTime() - begun;
            figures.add(figures(found, questions.get(i)));
        }
        double seconds = Arrays.stream(nanos).sum() / NANOS_PER_SECOND;
        Arrays.sort(nanos);
        return new RetrievalRow(
                name, RankFigures.mean(figures), at(nanos, 0.5), at(nanos, 0.99), nanos.length / seconds);
    }

    public RetrievalRow withFigures(RankFigures others) {
        return new RetrievalRow(way, others, p50Ms, p99Ms, perSecond);
    }

    static RankFigures figures(List<Article> found, JudgedQuestion question) {
        return RankFigures.of(found.stream().map(Article::id).toList(), question.answers());
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))] / NANOS_PER_MS;
    }

    /** As a line of the table. */
    public List<String> cells(double indexSeconds, long bytes) {
        return List.of(
                way,
                "",
                number(figures.mrr10(), 4),
                number(figures.ndcg10(), 4),
                number(figures.recall10(), 4),
                number(figures.recall100(), 4),
                number(p50Ms, 2),
                number(p99Ms, 2),
                number(perSecond, 0),
                number(indexSeconds, 1),
                Long.toString(bytes));
    }

    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
