package cn.huying.knowledge.analysis;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code config/synonyms.txt}: what residents say, and what the papers call it. Only for looking up; the index is not touched. */
public final class Synonyms {
    private static final String ARROW = "->";

    private final PhraseRewriter rewriter;

    private Synonyms(Map<String, String> official) {
        this.rewriter = new PhraseRewriter(official);
    }

    public static Synonyms none() {
        return new Synonyms(Map.of());
    }

    /** @throws ConfigException with every line that cannot be read */
    public static Synonyms load(Path file) {
        try {
            return of(Files.readAllLines(file), file.toString());
        } catch (IOException e) {
            throw new ConfigException(List.of(new ConfigProblem(file.toString(), 0, "文件无法读取", "请放回该文件，并检查编码是 UTF-8")));
        }
    }

    static Synonyms of(List<String> lines, String file) {
        Map<String, String> official = new LinkedHashMap<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !read(line, official)) {
                problems.add(new ConfigProblem(file, i + 1, "这一行读不懂，或左边重复了：" + line, "请写成：退押金 -> 租房 押金 返还"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new Synonyms(official);
    }

    private static boolean read(String line, Map<String, String> official) {
        int arrow = line.indexOf(ARROW);
        if (arrow <= 0) {
            return false;
        }
        String said = PlainText.folded(line.substring(0, arrow).strip());
        String meant = PlainText.folded(line.substring(arrow + ARROW.length()).strip());
        return !said.isEmpty() && !meant.isEmpty() && official.put(said, " " + meant + " ") == null;
    }

    /** The question in official words; the very question where it has none to replace. */
    public String official(String question) {
        return rewriter.rewrite(question);
    }
}
