package cn.huying.knowledge.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * A law as it was worded from a day on.
 *
 * @param title the name it has in every version
 * @param from the day it took effect
 */
public record LawVersion(String title, LocalDate from, List<Article> articles) {
    private static final BinaryOperator<LawVersion> LATER =
            BinaryOperator.maxBy(Comparator.comparing(LawVersion::from));

    public LawVersion {
        articles = List.copyOf(articles);
    }

    /**
     * The articles that hold on a day: of each title the version that took effect last. A library made of these cannot find a superseded one, or
     * one that does not hold yet.
     */
    public static List<Article> inForce(Collection<LawVersion> versions, LocalDate on) {
        Map<String, LawVersion> latest = new TreeMap<>();
        for (LawVersion version : versions) {
            if (!version.from().isAfter(on)) {
                latest.merge(version.title(), version, LATER);
            }
        }
        return latest.values().stream()
                .flatMap(version -> version.articles().stream())
                .toList();
    }
}
