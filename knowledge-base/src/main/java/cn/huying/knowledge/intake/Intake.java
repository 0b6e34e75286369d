package cn.huying.knowledge.intake;

import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.GoldenQuestions;
import cn.huying.knowledge.faq.KnowledgeFiles;
import cn.huying.knowledge.law.text.Law;
import cn.huying.knowledge.law.text.LawMarkdown;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import cn.huying.knowledge.load.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * The way in for files: a file or a folder of them, entries and laws, all of it or none, with everything that is wrong in all of them told at once.
 */
public final class Intake {
    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 10_000;

    private final Optional<Format> form;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final List<YamlFile> entries = new ArrayList<>();
    private final List<Path> laws = new ArrayList<>();
    /** The version of a law, and the first file that brought it. */
    private final Map<String, Path> versions = new HashMap<>();

    private Intake(Optional<Format> form) {
        this.form = form;
    }

    /**
     * What the files bring.
     *
     * @param laws the files that are laws, each of them read without a problem; a law is held in memory only while it is put away
     */
    public record Brought(List<Entry> entries, List<Path> laws) {
        public Brought {
            entries = List.copyOf(entries);
            laws = List.copyOf(laws);
        }
    }

    /**
     * The files meant: the one, or all in the folder and below it whose ending is known.
     *
     * @throws ConfigException when there is none
     */
    public static List<Path> files(Path fileOrFolder) {
        if (Files.isRegularFile(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> found = Files.walk(fileOrFolder, DEEPEST)) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .filter(Intake::isMeant)
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw Limits.refused(fileOrFolder.toString(), 0, "没有可以导入的文件", "可以导入 .md、.yml、.csv、.xlsx");
            }
            if (files.size() > MOST_FILES) {
                throw Limits.refused(fileOrFolder.toString(), 0, "文件超过 " + MOST_FILES + " 个", "请分几次导入");
            }
            return files;
        } catch (IOException e) {
            throw Limits.refused(fileOrFolder.toString(), 0, "文件不存在或无法读取", "请检查路径和权限");
        }
    }

    private static boolean isMeant(Path path) {
        String name = String.valueOf(path.getFileName());
        boolean leftOver = name.startsWith(".") || name.startsWith("~");
        return !leftOver
                && !name.equals(GoldenQuestions.FILE)
                && Format.of(path).isPresent();
    }

    /**
     * Reads every file and tells after each how many are done.
     *
     * @param form what they are, where their endings do not say it
     * @param known entries that stay beside those of the files, unless a file has the same id
     * @throws ConfigException with every problem of every file
     */
    public static Brought read(List<Path> files, Optional<Format> form, Collection<Entry> known, IntConsumer done) {
        Intake intake = new Intake(form);
        for (int i = 0; i < files.size(); i++) {
            intake.take(files.get(i));
            done.accept(i + 1);
        }
        return new Brought(KnowledgeFiles.read(intake.entries, intake.problems, known), intake.laws);
    }

    private void take(Path path) {
        try {
            Format format = form.or(() -> Format.of(path))
                    .orElseThrow(
                            () -> Limits.refused(path.toString(), 0, "看不出是什么格式", "请用 --format 说明：md、yaml、csv 或 xlsx"));
            String text = format == Format.XLSX ? "" : EntryFiles.text(path);
            if (format == Format.MARKDOWN && LawMarkdown.isLaw(text)) {
                takeLaw(path, LawMarkdown.read(path.toString(), text));
            } else {
                entries.add(EntryFiles.read(path, format, text));
            }
        } catch (ConfigException e) {
            problems.addAll(e.problems());
        }
    }

    private void takeLaw(Path path, Law law) {
        Path before = versions.putIfAbsent(law.title() + law.part() + law.version(), path);
        if (before != null) {
            throw Limits.refused(path.toString(), 0, "与 " + before + " 是同一部法律的同一个版本", "请只留一个文件，或改正文件名里的日期");
        }
        laws.add(path);
    }

    /** One of the files that were found to be laws. */
    public static Law law(Path path) {
        return LawMarkdown.read(path.toString(), EntryFiles.text(path));
    }
}
