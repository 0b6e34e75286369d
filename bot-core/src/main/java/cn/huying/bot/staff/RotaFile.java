package cn.huying.bot.staff;

import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.taxonomy.Level;
import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code staff/rota.yml} of the community's folder whole or refuses it whole: the workers, and a line of duty for each grid and
 * group of days.
 */
public final class RotaFile {
    private static final String EVERY_OTHER_DAY = "other days";

    private final YamlFile file;
    private final GridTree tree;
    private final Map<WorkerId, Worker> workers = new LinkedHashMap<>();
    private final List<Duty> duties = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private RotaFile(YamlFile file, GridTree tree) {
        this.file = file;
        this.tree = tree;
    }

    /**
     * Nobody when there is no such file.
     *
     * @param community the community's folder
     * @throws cn.huying.knowledge.load.ConfigException with every problem of the file
     */
    public static DutyRota read(Path community, GridTree tree, ZoneId zone) {
        Path path = community.resolve("staff").resolve("rota.yml");
        return Files.exists(path) ? of(YamlFile.read(path), tree, zone) : DutyRota.nobody();
    }

    /** @throws cn.huying.knowledge.load.ConfigException with every problem of the file */
    static DutyRota of(YamlFile file, GridTree tree, ZoneId zone) {
        return new RotaFile(file, tree).rota(zone);
    }

    private DutyRota rota(ZoneId zone) {
        YamlNode root = file.root();
        root.onlyKeys("workers", "duty");
        root.list("workers").forEach(this::worker);
        root.list("duty").forEach(this::duty);
        file.refuseIfBroken();
        return new DutyRota(workers.values(), duties, tree::path, zone);
    }

    private void worker(YamlNode node) {
        node.onlyKeys("id", "name", "grid");
        String name = node.text("name");
        Optional<WorkerId> id = id(node, node.text("id"));
        Optional<Grid> grid = grid(node);
        if (id.isPresent() && grid.isPresent()) {
            Worker worker = new Worker(
                    id.get(), name, grid.get().id(), Level.at(grid.get().level()));
            if (workers.put(id.get(), worker) != null) {
                node.problem("人员 " + id.get() + " 写了两次", "每个人只保留一行");
            }
        }
    }

    private void duty(YamlNode node) {
        node.onlyKeys("grid", "worker", "stand-in", "days");
        Optional<Grid> grid = grid(node);
        Optional<WorkerId> worker = known(node, node.text("worker"));
        Optional<WorkerId> standIn =
                node.at("stand-in").flatMap(at -> known(at, at.asText().strip()));
        Set<DayOfWeek> days = days(node);
        if (worker.isPresent() && worker.equals(standIn)) {
            node.problem("代班人就是值班人自己", "请换一个人，或去掉 stand-in");
        }
        if (grid.isPresent() && worker.isPresent()) {
            refuseTwice(node, grid.get().id(), days);
            duties.add(new Duty(grid.get().id(), days, worker.get(), standIn));
        }
    }

    private void refuseTwice(YamlNode node, GridId grid, Set<DayOfWeek> days) {
        List<String> slots = days.isEmpty()
                ? List.of(EVERY_OTHER_DAY)
                : days.stream().map(DayOfWeek::name).toList();
        for (String slot : slots) {
            if (!taken.add(grid + " " + slot)) {
                node.problem("网格 " + grid + " 的同一天排了两次班", "同一网格、同一天只保留一行");
            }
        }
    }

    private Set<DayOfWeek> days(YamlNode node) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (YamlNode item : node.list("days")) {
            String name = item.asText().strip();
            Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(days::add, () -> item.problem("不认识的星期 " + name, "请写 MONDAY 到 SUNDAY"));
        }
        return days;
    }

    private Optional<Grid> grid(YamlNode node) {
        String id = node.text("grid");
        Optional<Grid> grid = tree.find(new GridId(id));
        if (grid.isEmpty() && !id.isEmpty()) {
            node.problem("没有网格 " + id, "请写社区文件里的网格 id");
        }
        return grid;
    }

    private Optional<WorkerId> known(YamlNode node, String text) {
        Optional<WorkerId> id = id(node, text).filter(workers::containsKey);
        if (id.isEmpty() && WorkerId.isWorkerId(text)) {
            node.problem("没有人员 " + text, "请先在 workers 里写上这个人");
        }
        return id;
    }

    private static Optional<WorkerId> id(YamlNode node, String text) {
        if (WorkerId.isWorkerId(text)) {
            return Optional.of(new WorkerId(text));
        }
        if (!text.isEmpty()) {
            node.problem("人员编号的写法有误：" + text, "请写企业微信里的成员账号：字母、数字、- _ @ .，不超过 64 位");
        }
        return Optional.empty();
    }
}
