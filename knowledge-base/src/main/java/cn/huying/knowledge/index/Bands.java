package cn.huying.knowledge.index;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.calibration.Rated;
import java.util.List;

/**
 * How sure is sure enough; scores and shares go from 0 to 1.
 *
 * @param direct when an entry is the answer
 * @param choices from this score on an entry is offered as a choice
 * @param near a choice must have at least this share of the first one's score
 */
record Bands(Direct direct, double choices, double near) {
    /** Above this, no question held out was ever answered wrong by words. */
    private static final double PLAIN = 0.85;

    /**
     * All four conditions must hold.
     *
     * @param score at least this score
     * @param margin at least this far ahead of the second
     * @param coverage at least this much of what is asked is something the entry speaks of
     * @param characters at least this many characters are left of the question without its fillers: a single word says what about, not what
     */
    record Direct(double score, double margin, double coverage, int characters) {
        boolean holds(Rating.Result result) {
            List<Rated> rated = result.rated();
            Rated first = rated.getFirst();
            double second = rated.size() > 1 ? rated.get(1).score() : 0;
            return first.score() >= score
                    && first.score() - second >= margin
                    && first.coverage() >= coverage
                    && result.characters() >= characters;
        }
    }

    /**
     * Whether words alone leave no doubt: nearly the very phrase and far ahead, or nothing left to ask about.
     */
    boolean areClear(Rating.Result result) {
        if (result.characters() < 2) {
            return true;
        }
        List<Rated> rated = result.rated();
        return !rated.isEmpty() && rated.getFirst().score() >= PLAIN && direct.holds(result);
    }

    /** One character left of a question says nothing, whatever it is like. */
    Finding judge(Rating.Result result) {
        List<Rated> rated = result.rated();
        if (rated.isEmpty() || rated.getFirst().score() < choices || result.characters() < 2) {
            return new Finding.Unknown();
        }
        Rated first = rated.getFirst();
        if (direct.holds(result)) {
            return new Finding.Direct(first.entry(), first.score());
        }
        double least = Math.max(choices, near * first.score());
        return new Finding.Choices(rated.stream()
                .takeWhile(entry -> entry.score() >= least)
                .limit(Finding.Choices.MOST)
                .map(Rated::entry)
                .toList());
    }
}
