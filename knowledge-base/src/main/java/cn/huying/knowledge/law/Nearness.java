package cn.huying.knowledge.law;

import cn.huying.knowledge.analysis.Call;
import cn.huying.knowledge.encode.CompactVector;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * What tells whether the nearest articles have anything to do with a question. Unlike the cues of a ranking, which only say which article is nearer
 * than another, these figures hardly depend on what else is in the library. How long a question is would tell most of all, but of the questions this was
 * fitted to rather than of residents.
 */
final class Nearness {
    /** Those of words alone. */
    static final List<String> BY_WORDS = List.of("pairs", "words", "one-law", "calls", "place");
    /** All of them: how like the question the first article is, the likest, and the ten likest on the average. */
    static final List<String> FIGURES =
            List.of("pairs", "words", "one-law", "calls", "place", "first", "likest", "ten");

    private static final int TEN = 10;

    private final ArticleSearch search;
    private final LawBook book;

    Nearness(ArticleSearch search, LawBook book) {
        this.search = search;
        this.book = book;
    }

    double[] byEverything(String question, byte[] vector, Hits ranked) throws IOException {
        float[] nearest = search.byMeaning(vector, TEN).scores();
        double[] words = byWords(question, ranked);
        double[] figures = Arrays.copyOf(words, FIGURES.size());
        double sum = 0;
        double most = 0;
        for (float likeness : nearest) {
            sum += likeness;
            most = Math.max(most, likeness);
        }
        figures[words.length] = CompactVector.likeness(vector, search.vectors().of(ranked.articles()[0]));
        figures[words.length + 1] = most;
        figures[words.length + 2] = sum / Math.max(1, nearest.length);
        return figures;
    }

    double[] byWords(String question, Hits ranked) throws IOException {
        return new double[] {
            covered(ArticleIndex.PAIRS, question),
            covered(ArticleIndex.WORDS, question),
            together(ranked),
            Call.words(question),
            Call.namesPlace(question) ? 1 : 0
        };
    }

    /** How much of the question is in one article. */
    private double covered(String field, String question) throws IOException {
        Hits hits = search.byTerms(field, question, 1);
        double whole = search.whole(field, question);
        return hits.size() == 0 || whole <= 0 ? 0 : hits.scores()[0] / whole;
    }

    /** How many of the first ten are of the first one's law. */
    private double together(Hits ranked) {
        Hits ten = ranked.first(TEN);
        int law = book.law(ten.articles()[0]);
        return (double) Arrays.stream(ten.articles())
                        .filter(article -> book.law(article) == law)
                        .count()
                / ten.size();
    }
}
