package cn.huying.bot.grid.folder;

import cn.huying.bot.grid.GridTree;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import cn.huying.knowledge.load.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A community's folder of YAML files, read as a whole or refused as a whole. Each file may hold {@code grids}, a {@code compound} or both;
 * how they are spread over files is up to whoever keeps them. Files ending in {@code .geojson} draw the outlines of grids.
 */
public final class GridFolder {
    private GridFolder() {}

    /** @param warnings what is allowed but worth a look, such as a micro grid with too many households */
    public record Loaded(GridTree tree, List<ConfigProblem> warnings) {
        public Loaded {
            warnings = List.copyOf(warnings);
        }
    }

    /** @throws ConfigException with every problem of every file */
    public static Loaded read(Path folder) {
        List<ConfigProblem> unreadable = new ArrayList<>();
        List<YamlFile> files = readable(folder, ".yml", unreadable);
        List<YamlFile> outlines = readable(folder, ".geojson", unreadable);
        if (files.isEmpty() && unreadable.isEmpty()) {
            unreadable.add(new ConfigProblem(folder.toString(), 0, "文件夹里没有社区文件", "请放入描述网格和小区的 .yml 文件"));
        }
        if (!unreadable.isEmpty()) {
            throw new ConfigException(unreadable);
        }
        Loaded loaded = of(files);
        return new Loaded(drawn(loaded.tree(), outlines), loaded.warnings());
    }

    private static List<YamlFile> readable(Path folder, String ending, List<ConfigProblem> unreadable) {
        List<YamlFile> files = new ArrayList<>();
        for (Path path : files(folder, ending)) {
            try {
                files.add(YamlFile.read(path));
            } catch (ConfigException e) {
                unreadable.addAll(e.problems());
            }
        }
        return files;
    }

    /** @throws ConfigException with every problem of every file of outlines */
    static GridTree drawn(GridTree tree, List<YamlFile> files) {
        GridOutlines outlines = new GridOutlines(tree);
        files.forEach(outlines::read);
        List<ConfigProblem> problems =
                files.stream().flatMap(file -> file.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return tree.drawn(outlines.map());
    }

    /** @throws ConfigException with every problem of every file */
    public static Loaded of(List<YamlFile> files) {
        List<GridDraft> grids = new ArrayList<>();
        List<CompoundDraft> compounds = new ArrayList<>();
        for (YamlFile file : files) {
            Entry root = new Entry(file, file.root());
            root.node().onlyKeys("grids", "compound");
            root.node().list("grids").forEach(node -> grids.add(GridDraft.read(root.at(node))));
            root.node().at("compound").ifPresent(node -> compounds.add(CompoundDraft.read(root.at(node))));
        }
        GridChecks checks = new GridChecks(grids, compounds);
        checks.run(files.getFirst());
        List<ConfigProblem> problems =
                files.stream().flatMap(file -> file.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        GridTree tree = new GridTree(
                grids.stream().map(GridDraft::grid).toList(),
                compounds.stream().map(CompoundDraft::compound).toList());
        return new Loaded(tree, checks.warnings());
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            throw new ConfigException(
                    List.of(new ConfigProblem(folder.toString(), 0, "社区文件夹不存在或无法读取", "请检查 config 目录的位置和权限")));
        }
    }
}
