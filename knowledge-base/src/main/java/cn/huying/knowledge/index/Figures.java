package cn.huying.knowledge.index;

import cn.huying.knowledge.calibration.Calibration;
import cn.huying.knowledge.calibration.Calibration.Look;
import java.util.Arrays;

/** What is known about the entry that comes first, in the order of {@link Calibration.Figure}. */
public final class Figures {
    private static final Look[] VOTERS = {Look.PAIRS_MIDDLE, Look.COVERAGE, Look.MEANING, Look.MIDDLE};
    private static final int FOURTH = 3;
    private static final double USUAL_COVERAGE = 0.6;
    /** Longer questions are not judged by their length. */
    private static final double LONG = 60;

    private final Inspection.Seen seen;
    private final double[] scores;
    private final int first;
    private final double[] leading = new double[FOURTH + 1];

    private Figures(Inspection.Seen seen, double[] scores) {
        this.seen = seen;
        this.scores = scores;
        this.first = best(scores);
        Arrays.fill(leading, Double.NEGATIVE_INFINITY);
        for (double score : scores) {
            Leading.keep(score, leading);
        }
    }

    /**
     * @param seen at least one entry may be served
     * @param scores of all entries, see {@link Inspection.Seen#scores}
     */
    public static double[] of(Inspection.Seen seen, double[] scores) {
        return new Figures(seen, scores).all();
    }

    private double[] all() {
        double[] row = seen.rows()[first];
        Inspection.Heard heard = seen.heard();
        double quiet = heard.asks() ? 0 : 1;
        return new double[] {
            scores[first],
            ahead(1),
            ahead(FOURTH),
            certainty(),
            Look.PAIRS.of(row),
            Look.WORDS.of(row),
            Look.COVERAGE.of(row),
            Math.max(0, Look.COVERAGE.of(row) - USUAL_COVERAGE),
            Look.WORDS_COVERED.of(row),
            Look.PAIRS_MIDDLE.of(row),
            Look.MEANING.of(row),
            Look.MEANINGS.of(row),
            Look.MIDDLE.of(row),
            Look.WHOLE.of(row),
            votes(),
            Math.min(heard.length(), LONG) / LONG,
            heard.unanswered(),
            heard.unansweredMeaning(),
            Integer.bitCount(heard.details() & ~seen.details()[first]),
            heard.calls(),
            quiet * heard.calls(),
            heard.namesPlace() ? quiet : 0
        };
    }

    private static int best(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    /** How far the first is ahead of the one so many places behind; 0 where there is none. */
    private double ahead(int places) {
        return Double.isInfinite(leading[places]) ? 0 : scores[first] - leading[places];
    }

    private double certainty() {
        double all = 0;
        for (double score : scores) {
            all += Math.exp(score - scores[first]);
        }
        return 1 / all;
    }

    /** A look that sees nothing has no vote. */
    private int votes() {
        int votes = 0;
        for (Look look : VOTERS) {
            double top = 0;
            for (int i = 0; i < scores.length; i++) {
                top = Math.max(top, seen.mayServe()[i] ? look.of(seen.rows()[i]) : 0);
            }
            votes += top > 0 && look.of(seen.rows()[first]) >= top ? 1 : 0;
        }
        return votes;
    }
}
