package cn.huying.knowledge.intake;

import cn.huying.knowledge.load.ConfigProblem;
import cn.huying.knowledge.load.Outline;
import cn.huying.knowledge.load.YamlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entries as a document: {@code # topic}, {@code ## id question}, the answer, and under {@code ###} the lists. Line by line, nothing is looked at
 * twice; a line that has no place is a problem and never dropped.
 */
final class MarkdownReader {
    private static final String ABOUT = "适用";
    private static final String MEND = "小节只能是 ### 其他问法、### 步骤、### 携带、### 来源、### 适用；答案里的 # 开头请写成 \\#";

    private final String file;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final List<EntryOutline> entries = new ArrayList<>();
    private final List<Outline> items = new ArrayList<>();
    private final StringBuilder answer = new StringBuilder();
    private @Nullable Outline topic;
    private @Nullable EntryOutline entry;
    private Section section = Section.NOTHING;
    private int line;
    private int start;

    /** What the lines that follow belong to. */
    private enum Section {
        NOTHING,
        ANSWER,
        VARIANTS,
        STEPS,
        BRING,
        SOURCES,
        ABOUT
    }

    private MarkdownReader(String file) {
        this.file = file;
    }

    static YamlFile read(String file, String text) {
        MarkdownReader reader = new MarkdownReader(file);
        text.lines().forEach(reader::line);
        return reader.finish();
    }

    private void line(String text) {
        line++;
        if (text.startsWith("### ")) {
            section(text.substring(4).strip());
        } else if (text.startsWith("## ")) {
            entry(text.substring(3).strip());
        } else if (text.startsWith("# ")) {
            endEntry();
            topic = Outline.text(line, "", OneLine.read(text.substring(2)));
        } else if (section == Section.ANSWER) {
            answer.append(unescaped(text)).append('\n');
        } else if (!text.isBlank()) {
            inSection(text.strip());
        }
    }

    /** A heading's sign is an answer's own text where a backslash stands before it. */
    private static String unescaped(String text) {
        return text.startsWith("\\") && text.length() > 1 && "#\\".indexOf(text.charAt(1)) >= 0
                ? text.substring(1)
                : text;
    }

    private void entry(String heading) {
        endEntry();
        if (entries.size() == Limits.ROWS) {
            throw Limits.refused(file, line, "超过 " + Limits.ROWS + " 条", "请分成几个文件导入");
        }
        EntryOutline begun = new EntryOutline(line);
        int space = heading.indexOf(' ');
        begun.put(Column.ID, Outline.text(line, "", space < 0 ? heading : heading.substring(0, space)));
        begun.text(Column.QUESTION, line, "", space < 0 ? "" : OneLine.read(heading.substring(space + 1)));
        if (topic != null) {
            begun.put(Column.TOPIC, topic);
        }
        entry = begun;
        entries.add(begun);
        begin(Section.ANSWER);
    }

    private void section(String name) {
        endSection();
        if (entry == null) {
            problem("小节 " + name + " 不在任何一条问答里", "请先写 ## 编号 问题");
            return;
        }
        begin(
                switch (name) {
                    case "其他问法" -> Section.VARIANTS;
                    case "步骤" -> Section.STEPS;
                    case "携带" -> Section.BRING;
                    case "来源" -> Section.SOURCES;
                    case ABOUT -> Section.ABOUT;
                    default -> {
                        problem("不认识的小节：" + name, MEND);
                        yield Section.NOTHING;
                    }
                });
    }

    private void begin(Section next) {
        section = next;
        start = line;
    }

    private void inSection(String text) {
        if (section == Section.NOTHING) {
            if (!text.startsWith("<!--") || !text.endsWith("-->")) {
                problem("这一行不属于任何一条问答", "请先写 ## 编号 问题，或删去这一行");
            }
            return;
        }
        Optional<String> item = item(text);
        if (item.isEmpty()) {
            problem("这里应当是一个列表", "请每项一行，以“- ”开头");
        } else if (section == Section.ABOUT) {
            about(item.get());
        } else if (section == Section.SOURCES) {
            SourceLine.read(item.get(), line, "")
                    .ifPresentOrElse(items::add, () -> problem("来源看不懂", "请写成 《法律名》第几条，或 发布机关《政策名》"));
        } else {
            items.add(Outline.text(line, "", OneLine.read(item.get())));
        }
    }

    /** What follows a dash, a star, or a number with its point. */
    private static Optional<String> item(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        boolean listed =
                text.startsWith("- ") || text.startsWith("* ") || (digits > 0 && text.startsWith(". ", digits));
        return listed ? Optional.of(text.substring(text.indexOf(' ') + 1).strip()) : Optional.empty();
    }

    private void about(String item) {
        int wide = item.indexOf('：');
        int narrow = item.indexOf(':');
        int colon = wide < 0 || (narrow >= 0 && narrow < wide) ? narrow : wide;
        Optional<Column> column = colon < 0
                ? Optional.empty()
                : Column.named(item.substring(0, colon).strip());
        if (column.isEmpty() || column.get().compareTo(Column.CATEGORY) < 0) {
            problem("看不懂的一项", "可写：类别、电话、相关条目、地区、生效、失效、核对日期，后面跟冒号");
            return;
        }
        put(column.get(), item.substring(colon + 1));
    }

    private void put(Column column, String value) {
        if (entry == null) {
            return;
        }
        if (entry.has(column)) {
            problem(column.label() + " 写了两次", "请删去其中一个");
        } else if (column == Column.RELATED) {
            List<Outline> ids = new ArrayList<>();
            for (String id : value.replace('，', ',').replace('、', ',').split(",", -1)) {
                ids.add(Outline.text(line, "", id.strip()));
            }
            entry.list(column, line, "", ids);
        } else {
            entry.text(column, line, "", OneLine.read(value));
        }
    }

    private void endEntry() {
        endSection();
        entry = null;
        section = Section.NOTHING;
    }

    private void endSection() {
        if (entry == null) {
            return;
        }
        switch (section) {
            case ANSWER -> entry.text(Column.ANSWER, start, "", answer.toString());
            case VARIANTS -> list(entry, Column.VARIANTS);
            case STEPS -> list(entry, Column.STEPS);
            case BRING -> list(entry, Column.BRING);
            case SOURCES -> list(entry, Column.SOURCES);
            case NOTHING, ABOUT -> {}
        }
        answer.setLength(0);
        items.clear();
        section = Section.NOTHING;
    }

    private void list(EntryOutline of, Column column) {
        if (of.has(column)) {
            problem("小节 " + column.label() + " 写了两次", "请并成一个");
        }
        of.list(column, start, "", List.copyOf(items));
    }

    private void problem(String reason, String mend) {
        problems.add(new ConfigProblem(file, line, reason, mend));
    }

    private YamlFile finish() {
        endEntry();
        if (entries.isEmpty()) {
            throw Limits.refused(file, 0, "文件里没有一条问答", "每条以 ## 编号 问题 开头，见 docs/import.md");
        }
        YamlFile read = YamlFile.of(file, EntryOutline.file(entries));
        problems.forEach(problem -> read.problem(problem.line(), "", problem.reason(), problem.mend()));
        return read;
    }
}
