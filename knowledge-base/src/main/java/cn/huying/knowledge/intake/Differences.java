package cn.huying.knowledge.intake;

import cn.huying.knowledge.faq.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/** What changed in an entry, by the names editors know. */
public final class Differences {
    private Differences() {}

    /** The parts that are different. */
    public static List<String> between(Entry before, Entry after) {
        return labels(before, after, (was, is) -> !was.equals(is));
    }

    /** The parts that were filled and are empty now. */
    public static List<String> emptied(Entry before, Entry after) {
        return labels(before, after, (was, is) -> !was.isEmpty() && is.isEmpty());
    }

    private static List<String> labels(Entry before, Entry after, BiPredicate<String, String> test) {
        return Arrays.stream(Column.values())
                .filter(column -> test.test(Cells.of(before, column), Cells.of(after, column)))
                .map(Column::label)
                .toList();
    }
}
