package cn.huying.knowledge.index;

import cn.huying.knowledge.Finding;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.calibration.Rated;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What comes of a question, and why.
 *
 * @param by what decided
 * @param rows the entries it could be about, the likeliest first
 */
public record TryOut(Finding finding, By by, List<Row> rows) {
    private static final int MOST_ROWS = 10;
    private static final Comparator<Row> LIKELIEST_FIRST = Comparator.comparing(Row::exact)
            .thenComparing(row -> row.all().orElse(Double.NEGATIVE_INFINITY))
            .thenComparing(Row::words)
            .reversed();

    public enum By {
        /** It is the question of an entry, or one of its variants. */
        QUESTION,
        WORDS,
        MEANING
    }

    /**
     * An entry it could be about.
     *
     * @param exact whether it is the entry's question, or one of its variants
     * @param words how well it fits by words, 0 to 1
     * @param coverage how much of the question the entry speaks of, 0 to 1
     * @param all how well it fits by everything, its meaning included; the higher the better; empty where meaning was not asked
     * @param served whether it may be served here and today
     */
    public record Row(
            Entry entry, boolean exact, double words, double coverage, Optional<Double> all, boolean served) {}

    public TryOut {
        rows = List.copyOf(rows);
    }

    static List<Row> rows(Question question, Optional<Entry> same, Map<EntryId, Rated> byWords, List<Rated> byAll) {
        Map<EntryId, Rated> overall = new LinkedHashMap<>();
        byAll.forEach(one -> overall.put(one.entry().id(), one));
        Map<EntryId, Entry> seen = new LinkedHashMap<>();
        same.ifPresent(entry -> seen.put(entry.id(), entry));
        overall.values().forEach(one -> seen.putIfAbsent(one.entry().id(), one.entry()));
        byWords.values().forEach(one -> seen.putIfAbsent(one.entry().id(), one.entry()));
        List<Row> rows = new ArrayList<>();
        for (Entry entry : seen.values()) {
            Optional<Rated> words = Optional.ofNullable(byWords.get(entry.id()));
            rows.add(new Row(
                    entry,
                    same.filter(entry::equals).isPresent(),
                    words.map(Rated::score).orElse(0.0),
                    words.map(Rated::coverage).orElse(0.0),
                    Optional.ofNullable(overall.get(entry.id())).map(Rated::score),
                    Reach.mayServe(entry.validity(), question)));
        }
        rows.sort(LIKELIEST_FIRST);
        return rows.stream().limit(MOST_ROWS).toList();
    }
}
