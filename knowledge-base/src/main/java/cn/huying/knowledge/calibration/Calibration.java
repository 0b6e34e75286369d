package cn.huying.knowledge.calibration;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.evaluate.LogisticFit;
import java.util.List;

/**
 * From looks to a chance: how the looks at an entry are added up, how likely the first entry is then the answer, and how likely is likely
 * enough. Fitted, see {@link cn.huying.knowledge.fit.FaqLesson}.
 *
 * @param looks the weight of each {@link Look}
 * @param chance the bias and the weight of each {@link Figure}
 * @param direct from this chance on the first entry is the answer
 * @param choices from this chance on the first three are offered
 */
public record Calibration(List<Double> looks, List<Double> chance, double direct, double choices) {
    /** How an entry can be like a question. */
    public enum Look {
        PAIRS,
        WORDS,
        COVERAGE,
        /** The most alike of its phrases. */
        MEANING,
        /** The three most alike of its phrases, on the average: one phrase alone may be alike by chance. */
        MEANINGS,
        /** Its question and answer together. */
        WHOLE,
        /** How much of the question's words the whole entry has. */
        WORDS_COVERED,
        /** The middle of its phrases, by meaning. */
        MIDDLE,
        /** The middle of its phrases, by pairs. */
        PAIRS_MIDDLE;

        public double of(double[] row) {
            return row[ordinal()];
        }
    }

    /** What is known about the first entry and the question. */
    public enum Figure {
        SCORE,
        /** To the second. */
        MARGIN,
        /** To the fourth. */
        LEAD,
        /** The first entry's share among all, were one drawn by its score. */
        CERTAINTY,
        PAIRS,
        WORDS,
        COVERAGE,
        /** What of the coverage is above the usual. */
        COVERED_WELL,
        WORDS_COVERED,
        PAIRS_MIDDLE,
        MEANING,
        MEANINGS,
        MIDDLE,
        WHOLE,
        /** How many single looks put the same entry first. */
        VOTES,
        LENGTH,
        /** How like it is to what nothing answers, by pairs. */
        UNANSWERED,
        /** The same by meaning. */
        UNANSWERED_MEANING,
        /** How many {@link cn.huying.knowledge.analysis.Detail}s are asked for that the entry never speaks of. */
        MISSED,
        /** Words that call for help. */
        CALLS,
        /** The same where nothing is asked. */
        ONLY_CALLS,
        /** A certain place, and nothing asked. */
        ONLY_TELLS
    }

    public Calibration {
        looks = List.copyOf(looks);
        chance = List.copyOf(chance);
        if (looks.size() != Look.values().length || chance.size() != Figure.values().length + 1) {
            throw new IllegalArgumentException("one weight for each look and figure");
        }
    }

    /** What each row of looks adds up to. */
    public double[] scores(double[][] rows) {
        double[] weights = looks.stream().mapToDouble(Double::doubleValue).toArray();
        double[] scores = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int look = 0; look < weights.length; look++) {
                scores[row] += weights[look] * rows[row][look];
            }
        }
        return scores;
    }

    public double chance(double[] figures) {
        return LogisticFit.chance(chance, figures);
    }

    public Finding judge(Judged judged) {
        if (judged.rated().isEmpty() || judged.chance() < choices) {
            return new Finding.Unknown();
        }
        if (judged.chance() >= direct) {
            return new Finding.Direct(judged.rated().getFirst().entry(), judged.chance());
        }
        return new Finding.Choices(judged.rated().stream()
                .limit(Finding.Choices.MOST)
                .map(Rated::entry)
                .toList());
    }

    /**
     * @param rated the likeliest first
     * @param chance that the first is the answer
     */
    public record Judged(List<Rated> rated, double chance) {}
}
