package cn.huying.knowledge.intake;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import cn.huying.knowledge.load.Outline;
import cn.huying.knowledge.load.YamlFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows under a heading, one entry each, whatever the table is kept in. */
public final class TableReader {
    private static final String MEND = "可用的列：" + String.join("、", labels());

    private final String file;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final List<EntryOutline> entries = new ArrayList<>();
    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private int width;

    public TableReader(String file) {
        this.file = file;
    }

    private static List<String> labels() {
        return List.of(Column.values()).stream().map(Column::label).toList();
    }

    /** The first row is the heading, every other one an entry; a blank row is passed over. */
    public void row(int line, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (width == 0) {
            heading(line, cells);
        } else if (entries.size() == Limits.ROWS) {
            throw Limits.refused(file, line, "超过 " + Limits.ROWS + " 行", "请分成几个文件导入");
        } else {
            entry(line, cells);
        }
    }

    /** What is wrong with one cell, noted by who reads the table. */
    public void problem(int line, int place, String reason, String mend) {
        problems.add(new ConfigProblem(file, line, label(place), reason, mend));
    }

    /** Without its columns nothing else of a table can be understood, so it is refused at once. */
    private void heading(int line, List<String> cells) {
        width = cells.size();
        for (int place = 0; place < width; place++) {
            String name = cells.get(place).strip();
            Optional<Column> column = Column.named(name);
            if (column.isEmpty()) {
                problem(line, place, name.isEmpty() ? "表头是空的" : "不认识的列：" + name, MEND);
            } else if (places.putIfAbsent(column.get(), place) != null) {
                problem(line, place, "列 " + name + " 出现了两次", "请删去其中一列");
            }
        }
        for (Column column : List.of(Column.ID, Column.QUESTION, Column.ANSWER)) {
            if (!places.containsKey(column)) {
                problems.add(new ConfigProblem(file, line, "缺少列 " + column.label(), MEND));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    private void entry(int line, List<String> cells) {
        for (int place = width; place < cells.size(); place++) {
            if (!cells.get(place).isBlank()) {
                problem(line, place, "超出表头的内容", "请检查这一行的引号和分隔符，或补上表头");
            }
        }
        if (cells.size() < width) {
            problems.add(new ConfigProblem(
                    file, line, "这一行只有 " + cells.size() + " 列，表头有 " + width + " 列", "文件可能不完整，请重新导出，或补齐这一行"));
        }
        EntryOutline entry = new EntryOutline(line);
        places.forEach((column, place) -> {
            String cell = place < cells.size() ? cells.get(place) : "";
            if (cell.length() > Limits.CELL) {
                problem(line, place, "一格有 " + cell.length() + " 字", "请缩短到 " + Limits.CELL + " 字以内");
            } else {
                part(entry, column, new Place(line, place), cell);
            }
        });
        entries.add(entry);
    }

    private record Place(int line, int number) {}

    private void part(EntryOutline entry, Column column, Place place, String cell) {
        String label = label(place.number());
        switch (column) {
            case VARIANTS, STEPS, BRING, RELATED ->
                entry.list(
                        column,
                        place.line(),
                        label,
                        lines(cell)
                                .map(item -> Outline.text(place.line(), label, OneLine.read(item)))
                                .toList());
            case SOURCES ->
                entry.list(
                        column,
                        place.line(),
                        label,
                        lines(cell)
                                .flatMap(item -> source(item, place).stream())
                                .toList());
            case ID, TOPIC, QUESTION, ANSWER, CATEGORY, PHONE, REGION, FROM, UNTIL, REVIEWED ->
                entry.text(column, place.line(), label, cell);
        }
    }

    private static Stream<String> lines(String cell) {
        return cell.lines().filter(line -> !line.isBlank());
    }

    private Optional<Outline> source(String line, Place place) {
        Optional<Outline> source = SourceLine.read(line, place.line(), label(place.number()));
        if (source.isEmpty()) {
            problem(place.line(), place.number(), "来源看不懂", "请写成 《法律名》第几条，或 发布机关《政策名》，每行一个");
        }
        return source;
    }

    /** {@code C（问题）}, as the spreadsheet names it. */
    private String label(int place) {
        StringBuilder letters = new StringBuilder();
        for (int rest = place; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        places.forEach((column, number) -> {
            if (number == place) {
                letters.append('（').append(column.label()).append('）');
            }
        });
        return letters.toString();
    }

    /** Everything read, with what was wrong noted on it. */
    public YamlFile read() {
        if (entries.isEmpty() && !problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        if (entries.isEmpty()) {
            throw Limits.refused(file, 0, "表里没有一行问答", "第一行写列名，从第二行起每行一条");
        }
        YamlFile read = YamlFile.of(file, EntryOutline.file(entries));
        problems.forEach(problem -> read.problem(problem.line(), problem.column(), problem.reason(), problem.mend()));
        return read;
    }
}
