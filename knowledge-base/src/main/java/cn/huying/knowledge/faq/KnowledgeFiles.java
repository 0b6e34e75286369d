package cn.huying.knowledge.faq;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import cn.huying.knowledge.load.YamlFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads {@code config/knowledge/*.yml}: all of it or, with every problem named, none of it. */
public final class KnowledgeFiles {
    private KnowledgeFiles() {}

    /** @throws ConfigException with every problem of every file of the folder */
    public static List<Entry> load(Path folder) {
        List<ConfigProblem> problems = new ArrayList<>();
        List<YamlFile> files = new ArrayList<>();
        for (Path path : paths(folder)) {
            try {
                files.add(YamlFile.read(path));
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        }
        List<Entry> entries = read(files, problems, List.of());
        if (entries.isEmpty()) {
            throw new ConfigException(
                    List.of(new ConfigProblem(folder.toString(), 0, "文件夹里没有任何问答", "请放回知识文件（*.yml）；没有它们，什么问题都答不上来")));
        }
        return entries;
    }

    /** @throws ConfigException with every problem of every file */
    public static List<Entry> of(List<YamlFile> files) {
        return read(files, List.of(), List.of());
    }

    /**
     * @param before problems met before, told together with those of the files
     * @param known entries that stay beside those of the files, unless a file has the same id
     * @throws ConfigException with every problem of every file
     */
    public static List<Entry> read(List<YamlFile> files, List<ConfigProblem> before, Collection<Entry> known) {
        List<ConfigProblem> problems = new ArrayList<>(before);
        List<WrittenEntry> entries =
                files.stream().flatMap(file -> EntryReader.read(file).stream()).toList();
        EntryRules.check(entries, known);
        files.forEach(file -> problems.addAll(file.problems()));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return entries.stream().map(WrittenEntry::entry).toList();
    }

    private static List<Path> paths(Path folder) {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.yml")) {
            found.forEach(paths::add);
            paths.removeIf(path -> path.endsWith(GoldenQuestions.FILE));
        } catch (IOException e) {
            throw new ConfigException(List.of(new ConfigProblem(folder.toString(), 0, "文件夹无法读取", "请放回该文件夹，并检查权限")));
        }
        paths.sort(null);
        return paths;
    }
}
