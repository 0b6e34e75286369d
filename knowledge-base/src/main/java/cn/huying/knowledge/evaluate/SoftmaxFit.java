package cn.huying.knowledge.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the weights under which the right candidates would most likely be drawn first (a softmax over each question's candidates), small
 * weights preferred. The same examples give the same weights.
 */
public final class SoftmaxFit {
    private static final int ROUNDS = 300;
    private static final double STEP = 0.1;
    /** How much is paid for a large weight. */
    private static final double THRIFT = 1;

    private static final double MOMENTUM = 0.9;
    private static final double SPREAD = 0.999;

    private final List<Example> examples;
    private final int cues;
    private final double[] mean;
    private final double[] deviation;

    private SoftmaxFit(List<Example> examples) {
        this.examples = examples;
        this.cues = examples.getFirst().cues()[0].length;
        this.mean = new double[cues];
        this.deviation = new double[cues];
        measure();
    }

    /**
     * @param cues a row for each candidate
     * @param right 1 for the candidates that answer, 0 for the others; at least one of them 1
     * @param weight how much the example counts
     */
    public record Example(double[][] cues, double[] right, double weight) {
        public Example(double[][] cues, double[] right) {
            this(cues, right, 1);
        }
    }

    /** The weight of each cue. There must be an example. */
    public static List<Double> of(List<Example> examples) {
        SoftmaxFit fit = new SoftmaxFit(examples);
        double[] weights = fit.descend();
        List<Double> plain = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            plain.add(weights[i] / fit.deviation[i]);
        }
        return plain;
    }

    /** Cues have different widths; they are compared in their own. */
    private void measure() {
        int rows = 0;
        double[] squares = new double[cues];
        for (Example example : examples) {
            for (double[] row : example.cues()) {
                rows++;
                for (int i = 0; i < cues; i++) {
                    mean[i] += row[i];
                    squares[i] += row[i] * row[i];
                }
            }
        }
        for (int i = 0; i < cues; i++) {
            mean[i] /= rows;
            deviation[i] = Math.sqrt(Math.max(squares[i] / rows - mean[i] * mean[i], 0)) + 1e-9;
        }
    }

    /** Adam over all examples at once. */
    private double[] descend() {
        double[] weights = new double[cues];
        double[] first = new double[cues];
        double[] second = new double[cues];
        for (int round = 1; round <= ROUNDS; round++) {
            double[] slope = slope(weights);
            for (int i = 0; i < cues; i++) {
                first[i] = MOMENTUM * first[i] + (1 - MOMENTUM) * slope[i];
                second[i] = SPREAD * second[i] + (1 - SPREAD) * slope[i] * slope[i];
                double steady = first[i] / (1 - Math.pow(MOMENTUM, round));
                double wide = Math.sqrt(second[i] / (1 - Math.pow(SPREAD, round)));
                weights[i] -= STEP * steady / (wide + 1e-9);
            }
        }
        return weights;
    }

    private double[] slope(double[] weights) {
        double[] slope = new double[cues];
        for (Example example : examples) {
            add(example, weights, slope);
        }
        for (int i = 0; i < cues; i++) {
            slope[i] = (slope[i] + 2 * THRIFT * weights[i]) / examples.size();
        }
        return slope;
    }

    private void add(Example example, double[] weights, double[] slope) {
        double[][] rows = example.cues();
        double[] chances = new double[rows.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < cues; i++) {
                chances[row] += weights[i] * (rows[row][i] - mean[i]) / deviation[i];
            }
            most = Math.max(most, chances[row]);
        }
        double sum = 0;
        for (int row = 0; row < rows.length; row++) {
            chances[row] = Math.exp(chances[row] - most);
            sum += chances[row];
        }
        double right = Arrays.stream(example.right()).sum();
        for (int row = 0; row < rows.length; row++) {
            double excess = example.weight() * (chances[row] / sum - example.right()[row] / right);
            for (int i = 0; i < cues; i++) {
                slope[i] += excess * (rows[row][i] - mean[i]) / deviation[i];
            }
        }
    }
}
