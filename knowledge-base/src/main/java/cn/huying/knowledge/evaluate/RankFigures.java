package cn.huying.knowledge.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * How well found lists rank what is right.
 *
 * @param mrr10 one over the place of the first right one among ten
 * @param ndcg10 how close the first ten come to the best possible order
 * @param recall10 the share of the right ones among the first ten
 * @param recall100 the share among the first hundred
 */
public record RankFigures(double mrr10, double ndcg10, double recall10, double recall100) {
    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    /** Of one question. */
    public static RankFigures of(List<String> found, Set<String> right) {
        double reciprocal = 0;
        double gain = 0;
        for (int place = 0; place < Math.min(TEN, found.size()); place++) {
            if (right.contains(found.get(place))) {
                reciprocal = reciprocal == 0 ? 1.0 / (place + 1) : reciprocal;
                gain += discount(place);
            }
        }
        double best = 0;
        for (int place = 0; place < Math.min(TEN, right.size()); place++) {
            best += discount(place);
        }
        return new RankFigures(
                reciprocal, best == 0 ? 0 : gain / best, recall(found, right, TEN), recall(found, right, HUNDRED));
    }

    private static double discount(int place) {
        return Math.log(2) / Math.log(place + 2);
    }

    private static double recall(List<String> found, Set<String> right, int most) {
        long hits =
                found.stream().limit(most).distinct().filter(right::contains).count();
        return right.isEmpty() ? 0 : (double) hits / right.size();
    }

    public static RankFigures mean(Collection<RankFigures> all) {
        return new RankFigures(
                mean(all, RankFigures::mrr10),
                mean(all, RankFigures::ndcg10),
                mean(all, RankFigures::recall10),
                mean(all, RankFigures::recall100));
    }

    /** How far the figures lie from their mean, as a standard deviation. */
    public static RankFigures deviation(Collection<RankFigures> all) {
        return new RankFigures(
                deviation(all, RankFigures::mrr10),
                deviation(all, RankFigures::ndcg10),
                deviation(all, RankFigures::recall10),
                deviation(all, RankFigures::recall100));
    }

    private static double mean(Collection<RankFigures> all, ToDoubleFunction<RankFigures> figure) {
        return all.stream().mapToDouble(figure).average().orElse(0);
    }

    private static double deviation(Collection<RankFigures> all, ToDoubleFunction<RankFigures> figure) {
        double mean = mean(all, figure);
        return Math.sqrt(all.stream()
                .mapToDouble(one -> Math.pow(figure.applyAsDouble(one) - mean, 2))
                .average()
                .orElse(0));
    }
}
