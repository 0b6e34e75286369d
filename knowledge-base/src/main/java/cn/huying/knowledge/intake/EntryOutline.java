package cn.huying.knowledge.intake;

import cn.huying.knowledge.load.Outline;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the parts of one entry together in the shape it has in YAML. What is blank is left out, unless it must be there: then the place where it
 * is missing is what an editor wants to be told.
 */
final class EntryOutline {
    private static final Set<Column> OPTIONAL =
            EnumSet.of(Column.STEPS, Column.BRING, Column.CATEGORY, Column.PHONE, Column.RELATED, Column.UNTIL);

    private final int line;
    private final Map<Column, Outline> parts = new EnumMap<>(Column.class);

    EntryOutline(int line) {
        this.line = line;
    }

    boolean has(Column column) {
        return parts.containsKey(column);
    }

    void put(Column column, Outline part) {
        parts.put(column, part);
    }

    void text(Column column, int at, String place, String text) {
        if (!text.isBlank() || !OPTIONAL.contains(column)) {
            put(column, Outline.text(at, place, text));
        }
    }

    void list(Column column, int at, String place, List<Outline> items) {
        if (!items.isEmpty() || !OPTIONAL.contains(column)) {
            put(column, Outline.list(at, place, items));
        }
    }

    Outline outline() {
        Map<String, Outline> fields = new LinkedHashMap<>();
        Map<String, Outline> effective = new LinkedHashMap<>();
        Map<String, Outline> action = new LinkedHashMap<>();
        parts.forEach((column, part) -> (switch (column) {
                    case FROM, UNTIL -> effective;
                    case CATEGORY, PHONE, RELATED -> action;
                    case ID, TOPIC, QUESTION, VARIANTS, ANSWER, STEPS, BRING, SOURCES, REGION, REVIEWED -> fields;
                })
                .put(column.key(), part));
        if (!effective.isEmpty()) {
            fields.put("effective", Outline.fields(line, "", effective));
        }
        if (!action.isEmpty()) {
            fields.put("action", Outline.fields(line, "", action));
        }
        return Outline.fields(line, "", fields);
    }

    /** All entries of a file. */
    static Outline file(List<EntryOutline> entries) {
        List<Outline> outlines = entries.stream().map(EntryOutline::outline).toList();
        return Outline.fields(1, "", Map.of("entries", Outline.list(1, "", outlines)));
    }
}
