package cn.huying.knowledge.intake;

import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;

/** Writes entries as {@link MarkdownReader} reads them. */
final class MarkdownWriter {
    private final StringBuilder text = new StringBuilder();

    private MarkdownWriter() {}

    static String written(List<Entry> entries) {
        MarkdownWriter writer = new MarkdownWriter();
        String topic = "";
        for (Entry entry : entries) {
            if (!entry.topic().equals(topic)) {
                topic = entry.topic();
                writer.text.append("# ").append(OneLine.written(topic)).append("\n\n");
            }
            writer.entry(entry);
        }
        return writer.text.toString();
    }

    private void entry(Entry entry) {
        text.append("## ").append(entry.id()).append(' ').append(OneLine.written(entry.question()));
        text.append("\n\n").append(escaped(entry.answer().text())).append("\n\n");
        list(Column.VARIANTS, "- ", entry.wording().variants());
        list(Column.STEPS, "1. ", entry.answer().steps());
        list(Column.BRING, "- ", entry.answer().bring());
        section(Column.SOURCES.label());
        entry.sources()
                .forEach(source ->
                        text.append("- ").append(SourceLine.written(source)).append('\n'));
        text.append('\n');
        section("适用");
        EnumSet.range(Column.CATEGORY, Column.REVIEWED).forEach(column -> about(entry, column));
        text.append('\n');
    }

    private void section(String name) {
        text.append("### ").append(name).append("\n\n");
    }

    private void list(Column column, String sign, List<String> items) {
        if (!items.isEmpty()) {
            section(column.label());
            items.forEach(
                    item -> text.append(sign).append(OneLine.written(item)).append('\n'));
            text.append('\n');
        }
    }

    private void about(Entry entry, Column column) {
        String value = column == Column.RELATED
                ? entry.action().related().stream().map(EntryId::value).collect(Collectors.joining("、"))
                : OneLine.written(Cells.of(entry, column));
        if (!value.isEmpty()) {
            text.append("- ").append(column.label()).append('：').append(value).append('\n');
        }
    }

    private static String escaped(String answer) {
        return answer.lines()
                .map(line -> line.startsWith("#") || line.startsWith("\\") ? "\\" + line : line)
                .collect(Collectors.joining("\n"));
    }
}
