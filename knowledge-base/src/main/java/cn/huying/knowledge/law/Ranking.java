package cn.huying.knowledge.law;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the cues are added up.
 *
 * @param weights one for each {@link Cue}, in their order
 */
public record Ranking(List<Double> weights, LawCustom custom) {
    /** Fitted to nothing: half meaning, half words. */
    public static final Ranking UNFITTED = new Ranking(List.of(0.25, 0.25, 0.5, 0.0, 0.0, 0.0, 0.0), LawCustom.NONE);

    public Ranking {
        weights = List.copyOf(weights);
        if (weights.size() != cues().size()) {
            throw new IllegalArgumentException("one weight for each of " + cues());
        }
    }

    /** The names of the cues, in the order of the weights. */
    public static List<String> cues() {
        return Arrays.stream(Cue.values())
                .map(cue -> cue.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }

    double score(double[] cues) {
        double sum = 0;
        for (int i = 0; i < cues.length; i++) {
            sum += weights.get(i) * cues[i];
        }
        return sum;
    }
}
