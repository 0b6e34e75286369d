package cn.huying.knowledge.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final long SEED = 7;

    @Test
    void rankFiguresShouldCountWhatIsRightAndWhere() {
        RankFigures figures = RankFigures.of(List.of("x", "a", "y", "b"), Set.of("a", "b", "c", "d"));
        assertThat(figures.mrr10()).isEqualTo(0.5);
        assertThat(figures.recall10()).isEqualTo(0.5);
        assertThat(figures.ndcg10()).isBetween(0.3, 0.5);
    }

    @Test
    void rankFiguresShouldBeOneForThePerfectOrder() {
        assertThat(RankFigures.of(List.of("a", "b"), Set.of("a", "b"))).isEqualTo(new RankFigures(1, 1, 1, 1));
    }

    @Test
    void softmaxFitShouldTrustTheCueThatTells() {
        Random random = new Random(SEED);
        List<SoftmaxFit.Example> examples = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double[][] cues = new double[5][];
            for (int row = 0; row < cues.length; row++) {
                cues[row] = new double[] {(row == 2 ? 1 : 0) + random.nextDouble(), random.nextDouble()};
            }
            examples.add(new SoftmaxFit.Example(cues, new double[] {0, 0, 1, 0, 0}));
        }
        List<Double> weights = SoftmaxFit.of(examples);
        assertThat(weights.get(0)).isGreaterThan(5 * Math.abs(weights.get(1)));
        assertThat(SoftmaxFit.of(examples)).isEqualTo(weights);
    }

    @Test
    void softmaxFitShouldFollowTheExampleThatCountsMore() {
        double[][] cues = {{1}, {0}};
        SoftmaxFit.Example more = new SoftmaxFit.Example(cues, new double[] {1, 0}, 3);
        SoftmaxFit.Example less = new SoftmaxFit.Example(cues, new double[] {0, 1});

        assertThat(SoftmaxFit.of(List.of(more, less)).getFirst()).isPositive();
        assertThat(SoftmaxFit.of(List.of(less, more)).getFirst()).isPositive();
    }

    @Test
    void logisticFitShouldTellChancesThatComeTrue() {
        Random random = new Random(SEED);
        List<LogisticFit.Case> cases = IntStream.range(0, 2_000)
                .mapToObj(_ -> {
                    double figure = random.nextDouble();
                    return new LogisticFit.Case(new double[] {figure}, random.nextDouble() < figure, 1);
                })
                .toList();
        List<Double> weights = LogisticFit.of(cases);
        assertThat(LogisticFit.chance(weights, new double[] {0.5})).isCloseTo(0.5, within(0.06));
        assertThat(LogisticFit.chance(weights, new double[] {0.9})).isGreaterThan(0.8);
    }
}
