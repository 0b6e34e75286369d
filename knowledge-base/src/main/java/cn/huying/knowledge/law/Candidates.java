package cn.huying.knowledge.law;

import java.util.Arrays;
import java.util.List;

/**
 * The articles worth judging for a question, and every cue of each.
 *
 * @param articles by their place in the list
 * @param cues one row for each article
 */
record Candidates(int[] articles, double[][] cues) {
    Hits ranked(Ranking ranking) {
        return Hits.sorted(
                articles, Arrays.stream(cues).mapToDouble(ranking::score).toArray());
    }

    /** The same with the custom of the laws taken from elsewhere, for fitting without the question itself. */
    Candidates accustomedTo(LawCustom custom, LawBook book) {
        double[][] changed = new double[cues.length][];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = cues[i].clone();
            changed[i][Cue.CUSTOM.ordinal()] = book.custom(custom, articles[i]);
        }
        return new Candidates(articles, changed);
    }

    /** Which rows are among these articles. */
    double[] marked(List<Integer> answers) {
        return Arrays.stream(articles)
                .mapToDouble(article -> answers.contains(article) ? 1 : 0)
                .toArray();
    }
}
