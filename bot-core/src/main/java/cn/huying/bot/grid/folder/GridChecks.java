package cn.huying.bot.grid.folder;

import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridLevel;
import cn.huying.bot.grid.folder.CompoundDraft.BuildingDraft;
import cn.huying.bot.grid.folder.CompoundDraft.FloorsDraft;
import cn.huying.knowledge.load.ConfigProblem;
import cn.huying.knowledge.load.YamlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be seen only when all files of the folder have been read: whether the tree holds together and every household is on one leaf. */
final class GridChecks {
    private static final int FEWEST_IN_MICRO = 20;
    private static final int MOST_IN_MICRO = 30;

    private final List<GridDraft> grids;
    private final List<CompoundDraft> compounds;
    private final Map<GridId, Grid> byId = new LinkedHashMap<>();
    private final Set<GridId> parents = new HashSet<>();
    private final Map<GridId, Integer> households = new HashMap<>();
    private final List<ConfigProblem> warnings = new ArrayList<>();

    GridChecks(List<GridDraft> grids, List<CompoundDraft> compounds) {
        this.grids = grids;
        this.compounds = compounds;
    }

    List<ConfigProblem> warnings() {
        return warnings;
    }

    /** @param first where problems of the whole folder are noted */
    void run(YamlFile first) {
        grids.forEach(this::register);
        checkRoot(first);
        grids.forEach(this::checkParent);
        Names names = new Names(warnings);
        grids.forEach(names::grid);
        compounds.forEach(names::compound);
        compounds.forEach(this::checkCompound);
        grids.forEach(this::checkLoad);
    }

    private void register(GridDraft draft) {
        if (byId.putIfAbsent(draft.grid().id(), draft.grid()) != null) {
            draft.entry().problem("网格编号 " + draft.grid().id() + " 用了两次", "请给其中一个换一个编号");
        }
        draft.grid().parent().ifPresent(parents::add);
    }

    private void checkRoot(YamlFile first) {
        List<GridDraft> roots =
                grids.stream().filter(draft -> draft.grid().parent().isEmpty()).toList();
        if (roots.isEmpty()) {
            first.problem(first.root(), "没有最上级网格", "请写明一个没有 parent 的网格，例如区或社区");
        }
        roots.stream()
                .skip(1)
                .forEach(draft ->
                        draft.entry().problem("最上级网格不止一个：" + draft.grid().id(), "请给它写上 parent，只留一个没有 parent"));
    }

    private void checkParent(GridDraft draft) {
        Grid grid = draft.grid();
        grid.parent().ifPresent(id -> {
            Grid parent = byId.get(id);
            if (parent == null) {
                draft.entry().problem("上级网格不存在：" + id, "请检查 parent 的拼写，或补上这个网格");
            } else if (isInCycle(grid)) {
                draft.entry().problem("上下级绕成了一圈：" + grid.id(), "请检查 parent，网格不能是自己的上级");
            } else if (parent.level().compareTo(grid.level()) >= 0) {
                draft.entry().problem("层级不对：" + grid.level() + " 不能挂在 " + parent.level() + " 之下", "请检查 level 和 parent");
            }
        });
    }

    private boolean isInCycle(Grid start) {
        Set<GridId> seen = new HashSet<>();
        Grid node = start;
        while (node != null && node.parent().isPresent()) {
            if (!seen.add(node.id())) {
                return node.id().equals(start.id()) || seen.contains(start.id());
            }
            node = byId.get(node.parent().get());
        }
        return false;
    }

    private void checkCompound(CompoundDraft draft) {
        draft.buildings().forEach(this::checkBuilding);
        int counted = draft.compound().households();
        draft.declared().ifPresent(declared -> {
            if (declared != counted) {
                draft.entry()
                        .problem(
                                draft.compound().name() + "写明 " + declared + " 户，各单元合计 " + counted + " 户",
                                "请查漏掉或多算的单元，或改正 households");
            }
        });
    }

    private void checkBuilding(BuildingDraft draft) {
        draft.floors().forEach(this::checkLeaf);
        Map<String, List<FloorsDraft>> units = new LinkedHashMap<>();
        draft.floors()
                .forEach(floors -> units.computeIfAbsent(floors.unit(), _ -> new ArrayList<>())
                        .add(floors));
        units.values().forEach(FloorRuns::check);
        if (units.size() > 1 && units.containsKey("")) {
            draft.entry().problem("有的单元没有写单元号", "请给每个单元写上 unit");
        }
        FloorRuns.missingUnit(units.keySet())
                .ifPresent(missing -> warnings.add(draft.entry()
                        .warning(draft.building().name() + "没有 " + missing + " 单元", "如果漏写了，请补上；确实没有就不用管")));
    }

    private void checkLeaf(FloorsDraft draft) {
        GridId id = draft.floors().grid();
        Grid grid = byId.get(id);
        if (grid == null) {
            draft.entry().problem("网格不存在：" + id, "请检查 grid 的拼写，或补上这个网格");
        } else if (parents.contains(id)) {
            draft.entry().problem("网格 " + id + " 还有下级，住户不能直接挂在上面", "请改为它的某个下级网格");
        } else if (!grid.active()) {
            draft.entry().problem("网格 " + id + " 已停用，住户没有归属", "请改为正在使用的网格");
        }
        households.merge(id, draft.floors().households(), Integer::sum);
    }

    private void checkLoad(GridDraft draft) {
        Grid grid = draft.grid();
        int count = households.getOrDefault(grid.id(), 0);
        if (grid.level() == GridLevel.MICRO && grid.active() && (count < FEWEST_IN_MICRO || count > MOST_IN_MICRO)) {
            warnings.add(draft.entry()
                    .warning(
                            "微网格 " + grid.id() + " 有 " + count + " 户",
                            "一般是 " + FEWEST_IN_MICRO + " 到 " + MOST_IN_MICRO + " 户，请考虑拆分或合并"));
        }
    }
}
