package cn.huying.knowledge.calibration;

import cn.huying.knowledge.faq.Entry;
import java.util.Comparator;

/**
 * An entry with how well it fits a question.
 *
 * @param score 0 to 1
 * @param coverage how much of the question the entry speaks of, 0 to 1
 * @param closeness how specific its region is, the closer the higher
 */
public record Rated(Entry entry, double score, double coverage, int closeness) {
    /** Of equally likely ones the one closest to the resident. */
    public static final Comparator<Rated> LIKELIEST_FIRST = Comparator.comparingDouble(Rated::score)
            .thenComparingInt(Rated::closeness)
            .reversed();
}
