package cn.huying.knowledge.fit;

import cn.huying.knowledge.evaluate.LogisticFit;
import cn.huying.knowledge.evaluate.LogisticFit.Case;
import cn.huying.knowledge.law.Offer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Learns when articles of law are worth offering: for questions the law answers, and for next to none of what it does not. The threshold and the
 * figures reported are of parts the weights had not seen, with a fixed seed.
 */
public final class OfferLesson {
    private static final int PARTS = 5;
    private static final long SEED = 20_261_122;
    private static final int FEWEST = 20;

    private final List<Example> examples;
    private final double mostFalse;

    /** Where a sentence is from. */
    public enum Origin {
        /** A question the law answers. */
        LEGAL,
        /** Chit-chat, requests and what nobody answers, each written for this. */
        NOT_ANSWERED,
        /** What residents wrote to have something done. */
        LETTER
    }

    /** @param figures of the nearest articles; empty when the sentence is no question, and so is never offered any */
    public record Example(Origin origin, double[] figures) {
        boolean asks() {
            return figures.length > 0;
        }
    }

    /**
     * @param offered by origin: which share of all its sentences is offered articles
     */
    public record Learned(Offer offer, List<Double> offered) {
        public String report(String by) {
            return String.format(
                    Locale.ROOT,
                    "%s：法律问题 %.1f %% 得到法条，不该回答的话 %.1f %%，信件 %.1f %%（五折，种子固定，每一句都不在它的拟合数据里）",
                    by,
                    100 * offered.get(Origin.LEGAL.ordinal()),
                    100 * offered.get(Origin.NOT_ANSWERED.ordinal()),
                    100 * offered.get(Origin.LETTER.ordinal()));
        }
    }

    /** @param mostFalse the share of what is not to be answered that may be offered articles all the same */
    public OfferLesson(List<Example> examples, double mostFalse) {
        this.examples = List.copyOf(examples);
        this.mostFalse = mostFalse;
    }

    public Learned learn() {
        List<Example> asking =
                new ArrayList<>(examples.stream().filter(Example::asks).toList());
        if (asking.size() < FEWEST) {
            throw new IllegalArgumentException("too few questions to learn from");
        }
        Collections.shuffle(asking, new Random(SEED));
        double[] chances = new double[asking.size()];
        for (int part = 0; part < PARTS; part++) {
            int left = part;
            List<Double> weights = fit(places(asking.size(), place -> place % PARTS != left, asking));
            for (int i = part; i < chances.length; i += PARTS) {
                chances[i] = LogisticFit.chance(weights, asking.get(i).figures());
            }
        }
        double from = threshold(asking, chances);
        List<Double> offered = new ArrayList<>();
        for (Origin origin : Origin.values()) {
            offered.add(share(origin, asking, chances, from));
        }
        return new Learned(new Offer(fit(asking), from), offered);
    }

    private static List<Example> places(int size, IntPredicate kept, List<Example> all) {
        return IntStream.range(0, size).filter(kept).mapToObj(all::get).toList();
    }

    /** Each origin counts the same, however many sentences it has. */
    private static List<Double> fit(List<Example> some) {
        return LogisticFit.of(some.stream()
                .map(one -> new Case(
                        one.figures(),
                        one.origin() == Origin.LEGAL,
                        1.0
                                / some.stream()
                                        .filter(other -> other.origin() == one.origin())
                                        .count()))
                .toList());
    }

    /** The lowest at which hardly anything is offered that should not be. */
    private double threshold(List<Example> asking, double[] chances) {
        double from = 1;
        for (double chance : chances) {
            if (chance < from
                    && share(Origin.NOT_ANSWERED, asking, chances, chance) <= mostFalse
                    && share(Origin.LETTER, asking, chances, chance) <= mostFalse) {
                from = chance;
            }
        }
        return from;
    }

    private double share(Origin origin, List<Example> asking, double[] chances, double from) {
        long all = examples.stream().filter(one -> one.origin() == origin).count();
        long offered = 0;
        for (int i = 0; i < chances.length; i++) {
            offered += asking.get(i).origin() == origin && chances[i] >= from ? 1 : 0;
        }
        return all == 0 ? 0 : (double) offered / all;
    }
}
