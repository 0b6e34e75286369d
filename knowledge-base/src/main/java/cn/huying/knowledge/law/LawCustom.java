package cn.huying.knowledge.law;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much more often questions are answered by a law than its size would make one expect, as a logarithm. Everyday life turns to the civil
 * code and hardly ever to the rules for a satellite; words alone do not know that.
 *
 * @param answers how many questions each law answered; a question with several laws counts in parts
 * @param questions how many questions that were altogether
 */
public record LawCustom(Map<String, Double> answers, double questions) {
    /** As many questions are taken to be spread evenly before any was seen: keeps rare laws findable. */
    private static final double SPREAD = 80;

    public static final LawCustom NONE = new LawCustom(Map.of(), 0);

    public LawCustom {
        answers = Map.copyOf(answers);
    }

    /** @param answered for every question the laws of the articles that answer it */
    public static LawCustom of(List<List<String>> answered) {
        Map<String, Double> answers = new HashMap<>();
        answered.forEach(laws -> laws.forEach(law -> answers.merge(law, 1.0 / laws.size(), Double::sum)));
        return new LawCustom(answers, answered.size());
    }

    /** The same without one question: what it would have been had the question never been asked. */
    public LawCustom without(List<String> laws) {
        Map<String, Double> fewer = new HashMap<>(answers);
        laws.forEach(law -> fewer.merge(law, -1.0 / laws.size(), Double::sum));
        return new LawCustom(fewer, questions - 1);
    }

    /** The laws that answered the most questions. */
    public List<String> mostAsked(int most) {
        return answers.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @param share of the law in all articles */
    double of(String law, double share) {
        double expected = (questions + SPREAD) * share;
        return Math.log((Math.max(0, answers.getOrDefault(law, 0.0)) + SPREAD * share) / expected);
    }
}
