package cn.huying.knowledge.load;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One YAML file being read, collecting every problem on the way so that the editor sees them all at once. Read values through {@link
 * #root()}, then call {@link #refuseIfBroken()} before using anything that was read.
 */
public final class YamlFile {
    private static final int MAX_CODE_POINTS = 64 * 1024 * 1024;

    private final String name;
    /** Fields may be looked at more than once; what is wrong with them is told once. */
    private final Set<ConfigProblem> problems = new LinkedHashSet<>();

    private final YamlNode root;

    private YamlFile(String name, Reader content) {
        this.name = name;
        this.root = parse(content);
    }

    private YamlFile(String name, Outline root) {
        this.name = name;
        this.root = new YamlNode(this, root.node());
    }

    /** Reads a file from disk; a missing or unreadable file is itself a {@link ConfigException}. */
    public static YamlFile read(Path path) {
        try {
            return of(path.toString(), Files.readString(path, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw refused(path, "文件不存在", "请放回该文件，或检查 config 目录的位置");
        } catch (MalformedInputException e) {
            throw refused(path, "不是 UTF-8 编码", "请用编辑器另存为 UTF-8");
        } catch (IOException e) {
            throw refused(path, "无法读取", "请检查文件权限");
        }
    }

    /** Reads content that is already in memory under the name the editor knows it by. */
    public static YamlFile of(String name, String content) {
        return new YamlFile(name, new StringReader(content));
    }

    /** What a reader of another form found in its file, to be judged by the same rules. */
    public static YamlFile of(String name, Outline root) {
        return new YamlFile(name, root);
    }

    public String name() {
        return name;
    }

    public YamlNode root() {
        return root;
    }

    /** Notes a problem at a node; reading goes on so that later problems are found too. */
    public void problem(YamlNode at, String reason, String mend) {
        problems.add(new ConfigProblem(name, at.line(), at.column(), reason, mend));
    }

    /** Notes a problem a reader of another form met at a line. */
    public void problem(int line, String column, String reason, String mend) {
        problems.add(new ConfigProblem(name, line, column, reason, mend));
    }

    public List<ConfigProblem> problems() {
        return List.copyOf(problems);
    }

    /** @throws ConfigException with every problem noted so far */
    public void refuseIfBroken() {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems());
        }
    }

    private YamlNode parse(Reader content) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(20);
        options.setCodePointLimit(MAX_CODE_POINTS);
        try {
            Node node = new Yaml(options).compose(content);
            if (node == null) {
                throw new ConfigException(List.of(new ConfigProblem(name, 0, "文件是空的", "请填写内容，或删除该文件")));
            }
            return new YamlNode(this, node);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new ConfigException(
                    List.of(new ConfigProblem(name, line, "YAML 格式有误：" + e.getProblem(), "请检查缩进、冒号后的空格和引号")));
        } catch (YAMLException e) {
            throw new ConfigException(
                    List.of(new ConfigProblem(name, 0, "YAML 格式有误：嵌套太深、引用太多，或有看不见的控制字符", "请用文本编辑器检查，或重新导出该文件")));
        }
    }

    private static ConfigException refused(Path path, String reason, String mend) {
        return new ConfigException(List.of(new ConfigProblem(path.toString(), 0, reason, mend)));
    }
}
