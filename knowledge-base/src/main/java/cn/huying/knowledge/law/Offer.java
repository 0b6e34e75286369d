package cn.huying.knowledge.law;

import cn.huying.knowledge.evaluate.LogisticFit;
import java.util.List;

/**
 * From when on articles are offered for a question nothing else answers.
 *
 * @param weights the bias first, then one for each figure, see {@link LogisticFit}
 * @param from the chance that they have to do with it
 */
public record Offer(List<Double> weights, double from) {
    public Offer {
        weights = List.copyOf(weights);
    }

    /** By everything, and by words alone where there is no time. */
    public record Both(Offer everything, Offer words) {
        public static final Both NEVER = new Both(new Offer(List.of(0.0), 2), new Offer(List.of(0.0), 2));
    }

    public static List<String> figures() {
        return Nearness.FIGURES;
    }

    public static List<String> figuresOfWords() {
        return Nearness.BY_WORDS;
    }

    public boolean holds(LawLibrary.Near near) {
        return from <= 1 && LogisticFit.chance(weights, near.figures()) >= from;
    }
}
