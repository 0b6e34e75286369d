package cn.huying.bot.text;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The texts of {@code config/templates/*.yml}, each file a flat mapping of key to text with {@code {placeholders}}. */
public final class Templates implements Texts {
    private final String folder;
    private final Map<String, Written> written;

    /** A template and where it is written, so that a problem found later still names file and line. */
    private record Written(Template template, String file, int line) {
        ConfigProblem problem(String reason, String mend) {
            return new ConfigProblem(file, line, reason, mend);
        }
    }

    private Templates(String folder, Map<String, Written> written) {
        this.folder = folder;
        this.written = Map.copyOf(written);
    }

    /**
     * Reads every {@code .yml} file of the folder, in the order of their names.
     *
     * @throws ConfigException with every problem of every file
     */
    public static Templates load(Path folder) {
        return of(folder.toString(), files(folder).stream().map(YamlFile::read).toList());
    }

    /** @throws ConfigException with every problem of every file */
    public static Templates of(List<YamlFile> files) {
        return of(files.isEmpty() ? "templates" : files.getFirst().name(), files);
    }

    private static Templates of(String folder, List<YamlFile> files) {
        Map<String, Written> written = new HashMap<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (YamlFile file : files) {
            file.root().fields().forEach((key, value) -> take(file, key, value, written));
            problems.addAll(file.problems());
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new Templates(folder, written);
    }

    /**
     * Holds the files to what the code will ask for: every key is there, with exactly the placeholders the code fills in.
     *
     * @return these templates, ready to render every one of the keys
     * @throws ConfigException naming file and line of each text that does not fit
     */
    public Templates require(Collection<TextKey> keys) {
        List<ConfigProblem> problems = new ArrayList<>();
        keys.forEach(key -> compare(key, problems));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return this;
    }

    @Override
    public String render(String key, Map<String, String> params) {
        Written found = written.get(key);
        if (found == null) {
            throw new IllegalArgumentException("no text under key " + key);
        }
        return found.template().render(params);
    }

    private static void take(YamlFile file, String key, YamlNode value, Map<String, Written> written) {
        String text = value.asText().stripTrailing();
        if (text.isBlank()) {
            value.problem("模板 " + key + " 没有内容", "请写上要发给居民的文字");
            return;
        }
        try {
            Written before = written.putIfAbsent(key, new Written(Template.of(text), file.name(), value.line()));
            if (before != null) {
                value.problem("模板 " + key + " 已经写在 " + before.file() + " 第 " + before.line() + " 行", "请删去其中一个");
            }
        } catch (IllegalArgumentException e) {
            value.problem("模板 " + key + " 的" + e.getMessage(), "占位符写成 {name}，小写字母、数字和连字符");
        }
    }

    private void compare(TextKey wanted, List<ConfigProblem> problems) {
        Written found = written.get(wanted.key());
        if (found == null) {
            problems.add(
                    new ConfigProblem(folder, 0, "缺少模板 " + wanted.key(), "请补上这一条，占位符：" + list(wanted.placeholders())));
            return;
        }
        Collection<String> used = found.template().placeholders();
        for (String name : new TreeSet<>(used)) {
            if (!wanted.placeholders().contains(name)) {
                problems.add(found.problem(
                        "模板 " + wanted.key() + " 用了不认识的占位符 {" + name + "}", "可用的占位符：" + list(wanted.placeholders())));
            }
        }
        for (String name : new TreeSet<>(wanted.placeholders())) {
            if (!used.contains(name)) {
                problems.add(found.problem("模板 " + wanted.key() + " 缺少占位符 {" + name + "}", "请把 {" + name + "} 写进文字里"));
            }
        }
    }

    private static String list(Collection<String> placeholders) {
        return placeholders.isEmpty() ? "无" : "{" + String.join("} {", new TreeSet<>(placeholders)) + "}";
    }

    private static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.yml")) {
            found.forEach(files::add);
        } catch (IOException e) {
            throw new ConfigException(List.of(new ConfigProblem(folder.toString(), 0, "文件夹无法读取", "请放回该文件夹，并检查权限")));
        }
        files.sort(null);
        return files;
    }
}
