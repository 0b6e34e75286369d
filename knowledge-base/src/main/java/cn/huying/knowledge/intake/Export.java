package cn.huying.knowledge.intake;

import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.intake.xlsx.XlsxTable;
import cn.huying.knowledge.law.text.Law;
import cn.huying.knowledge.law.text.LawMarkdown;
import cn.huying.knowledge.load.Characters;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The way out: files that {@link Intake} reads back as they were. A file appears whole or not at all. */
public final class Export {
    private static final int LONGEST_NAME = 40;

    private Export() {}

    /** @throws ConfigException when an entry cannot be written so that it reads back as it was */
    public static byte[] written(List<Entry> entries, Format format) {
        refuseUnreadable(entries);
        return switch (format) {
            case MARKDOWN -> MarkdownWriter.written(entries).getBytes(StandardCharsets.UTF_8);
            case YAML -> YamlWriter.written(entries).getBytes(StandardCharsets.UTF_8);
            case CSV -> CsvTable.written(entries).getBytes(StandardCharsets.UTF_8);
            case XLSX -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                XlsxTable.write(entries, out);
                yield out.toByteArray();
            }
        };
    }

    private static void refuseUnreadable(List<Entry> entries) {
        List<ConfigProblem> problems = new ArrayList<>();
        for (Entry entry : entries) {
            for (Column column : Column.values()) {
                String cell = Cells.of(entry, column);
                if (Characters.unreadable(cell).isPresent() || cell.length() > Limits.CELL) {
                    problems.add(new ConfigProblem(
                            "条目 " + entry.id(), 0, column.label(), "有看不见的控制字符，或长得写不进一格", "请先在控制台改好这一条"));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /** Everything in one file. */
    public static void toFile(List<Entry> entries, Format format, Path file) throws IOException {
        put(written(entries, format), file);
    }

    /** A file for each topic, or for a table one for all. @return how many */
    public static int toFolder(List<Entry> entries, Format format, Path folder) throws IOException {
        Files.createDirectories(folder);
        if (format == Format.CSV || format == Format.XLSX) {
            toFile(entries, format, folder.resolve("knowledge." + format.ending()));
            return 1;
        }
        Map<String, List<Entry>> topics = new LinkedHashMap<>();
        entries.forEach(entry ->
                topics.computeIfAbsent(entry.topic(), _ -> new ArrayList<>()).add(entry));
        int number = 0;
        for (Map.Entry<String, List<Entry>> topic : topics.entrySet()) {
            String name = String.format(Locale.ROOT, "%02d-%s.%s", ++number, safe(topic.getKey()), format.ending());
            toFile(topic.getValue(), format, folder.resolve(name));
        }
        return number;
    }

    /** Under a name that says the version, as {@link LawMarkdown} expects it. */
    public static void law(Law law, Path folder) throws IOException {
        Files.createDirectories(folder);
        String name = safe(Law.shortTitle(law.title()) + (law.part().isEmpty() ? "" : "-" + law.part()));
        byte[] text = LawMarkdown.written(law).getBytes(StandardCharsets.UTF_8);
        put(text, folder.resolve(name + "(" + law.version() + ").md"));
    }

    /** Letters and digits of any script; nothing a file system or a shell makes something else of. */
    private static String safe(String name) {
        StringBuilder safe = new StringBuilder();
        name.codePoints()
                .limit(LONGEST_NAME)
                .map(point -> Character.isLetterOrDigit(point) ? point : '-')
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    private static void put(byte[] bytes, Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
