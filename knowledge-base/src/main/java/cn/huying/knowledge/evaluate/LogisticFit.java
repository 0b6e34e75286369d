package cn.huying.knowledge.evaluate;

import java.util.ArrayList;
import java.util.List;

/** Finds how likely a thing is from a few figures about it (logistic regression), small weights preferred. The same cases give the same result. */
public final class LogisticFit {
    private static final int ROUNDS = 2_000;
    private static final double STEP = 0.05;
    private static final double THRIFT = 1e-3;

    private LogisticFit() {}

    /** @param weight how much the case counts */
    public record Case(double[] figures, boolean holds, double weight) {}

    /** The bias first, then one weight for each figure. There must be a case. */
    public static List<Double> of(List<Case> cases) {
        int width = cases.getFirst().figures().length;
        double[] mean = new double[width];
        double[] deviation = new double[width];
        measure(cases, mean, deviation);
        double[] weights = descend(cases, mean, deviation);
        double bias = weights[width];
        List<Double> plain = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            bias -= weights[i] * mean[i] / deviation[i];
            plain.add(weights[i] / deviation[i]);
        }
        plain.addFirst(bias);
        return plain;
    }

    /** @param weights as fitted */
    public static double chance(List<Double> weights, double[] figures) {
        double sum = weights.getFirst();
        for (int i = 0; i < figures.length; i++) {
            sum += weights.get(i + 1) * figures[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private static void measure(List<Case> cases, double[] mean, double[] deviation) {
        for (int i = 0; i < mean.length; i++) {
            int at = i;
            double middle = cases.stream()
                    .mapToDouble(one -> one.figures()[at])
                    .average()
                    .orElse(0);
            mean[i] = middle;
            deviation[i] = Math.sqrt(cases.stream()
                            .mapToDouble(one -> Math.pow(one.figures()[at] - middle, 2))
                            .average()
                            .orElse(0))
                    + 1e-9;
        }
    }

    private static double[] descend(List<Case> cases, double[] mean, double[] deviation) {
        double total = cases.stream().mapToDouble(Case::weight).sum();
        double[] weights = new double[mean.length + 1];
        double[] first = new double[weights.length];
        double[] second = new double[weights.length];
        for (int round = 1; round <= ROUNDS; round++) {
            double[] slope = slope(cases, mean, deviation, weights);
            for (int i = 0; i < weights.length; i++) {
                double steep = slope[i] / total + (i < mean.length ? 2 * THRIFT * weights[i] : 0);
                first[i] = 0.9 * first[i] + 0.1 * steep;
                second[i] = 0.999 * second[i] + 0.001 * steep * steep;
                double steady = first[i] / (1 - Math.pow(0.9, round));
                double wide = Math.sqrt(second[i] / (1 - Math.pow(0.999, round)));
                weights[i] -= STEP * steady / (wide + 1e-9);
            }
        }
        return weights;
    }

    private static double[] slope(List<Case> cases, double[] mean, double[] deviation, double[] weights) {
        double[] slope = new double[weights.length];
        for (Case one : cases) {
            double sum = weights[mean.length];
            for (int i = 0; i < mean.length; i++) {
                sum += weights[i] * (one.figures()[i] - mean[i]) / deviation[i];
            }
            double excess = one.weight() * (1 / (1 + Math.exp(-sum)) - (one.holds() ? 1 : 0));
            for (int i = 0; i < mean.length; i++) {
                slope[i] += excess * (one.figures()[i] - mean[i]) / deviation[i];
            }
            slope[mean.length] += excess;
        }
        return slope;
    }
}
