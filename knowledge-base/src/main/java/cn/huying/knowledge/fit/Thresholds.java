package cn.huying.knowledge.fit;

import cn.huying.knowledge.fit.FaqLesson.Outcome;
import java.util.List;

/** From which chance on an entry is the answer, and from which on it is offered. */
record Thresholds(double direct, double choices) {
    /** A little more than is promised, because a threshold fits those best it was found with. */
    private static final double DIRECT_PRECISION = 0.974;

    private static final double MOST_FALSE = 0.02;
    private static final double CHOICES_PRECISION = 0.9;
    /** Choices cost an unanswerable question little; still most of them are better told that nothing is known. */
    private static final double MOST_FALSE_CHOICES = 0.3;

    private static final double STEPS = 200;

    /** The lowest at which answers are right often enough, and hardly anything is answered that should not be. */
    static Thresholds from(List<Outcome> outcomes) {
        List<Outcome> answerable = outcomes.stream().filter(Outcome::answerable).toList();
        List<Outcome> others =
                outcomes.stream().filter(one -> !one.answerable()).toList();
        double direct = direct(answerable, others);
        return new Thresholds(direct, choices(answerable, others, direct));
    }

    private static double direct(List<Outcome> answerable, List<Outcome> others) {
        for (int step = 1; step < STEPS; step++) {
            double from = step / STEPS;
            if (Outcome.share(between(answerable, from, 2), Outcome::first) >= DIRECT_PRECISION
                    && Outcome.share(others, one -> one.chance() >= from) <= MOST_FALSE) {
                return from;
            }
        }
        return 1;
    }

    private static double choices(List<Outcome> answerable, List<Outcome> others, double direct) {
        for (int step = 1; step < direct * STEPS; step++) {
            double from = step / STEPS;
            if (Outcome.share(between(answerable, from, direct), Outcome::amongThree) >= CHOICES_PRECISION
                    && Outcome.share(others, one -> one.chance() >= from) <= MOST_FALSE_CHOICES) {
                return from;
            }
        }
        return direct;
    }

    static List<Outcome> between(List<Outcome> outcomes, double from, double to) {
        return outcomes.stream()
                .filter(one -> one.chance() >= from && one.chance() < to)
                .toList();
    }
}
