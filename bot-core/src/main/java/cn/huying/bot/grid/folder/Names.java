package cn.huying.bot.grid.folder;

import cn.huying.bot.grid.Building;
import cn.huying.bot.grid.BuildingId;
import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.CompoundId;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.folder.CompoundDraft.BuildingDraft;
import cn.huying.bot.grid.wording.PlaceText;
import cn.huying.knowledge.load.ConfigProblem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names must tell things apart: which may not occur twice, and which may but will make the bot ask back. */
final class Names {
    private final List<ConfigProblem> warnings;
    private final Set<String> siblings = new HashSet<>();
    private final Set<CompoundId> compounds = new HashSet<>();
    private final Set<BuildingId> buildings = new HashSet<>();
    private final Map<String, String> compoundNames = new HashMap<>();
    private final Map<String, String> nicknames = new HashMap<>();

    Names(List<ConfigProblem> warnings) {
        this.warnings = warnings;
    }

    void grid(GridDraft draft) {
        Grid grid = draft.grid();
        if (!siblings.add(grid.parent().map(GridId::value).orElse("") + "/" + grid.name())) {
            draft.entry().problem("同一上级之下有两个网格叫“" + grid.name() + "”", "请给其中一个换个名称");
        }
    }

    void compound(CompoundDraft draft) {
        Compound compound = draft.compound();
        if (!compounds.add(compound.id())) {
            draft.entry().problem("小区编号 " + compound.id() + " 用了两次", "请给其中一个换一个编号");
        }
        String name = PlaceText.of(compound.name()).toString();
        if (compoundNames.putIfAbsent(name, compound.name()) != null) {
            draft.entry().problem("有两个小区叫“" + compound.name() + "”", "请写全称以便区分，相同的叫法放进 nicknames");
        }
        for (String nickname : compound.nicknames()) {
            nickname(draft, nickname);
        }
        Set<String> within = new HashSet<>();
        draft.buildings().forEach(building -> building(building, within));
    }

    private void nickname(CompoundDraft draft, String nickname) {
        String other = nicknames.putIfAbsent(
                PlaceText.of(nickname).toString(), draft.compound().name());
        if (other != null) {
            warnings.add(draft.entry()
                    .warning(
                            "俗名“" + nickname + "”" + other + "和"
                                    + draft.compound().name() + "都在用",
                            "居民只说俗名时机器人会追问；如不需要请删去一个"));
        }
    }

    private void building(BuildingDraft draft, Set<String> within) {
        Building building = draft.building();
        if (!buildings.add(building.id())) {
            draft.entry().problem("楼栋编号 " + building.id() + " 用了两次", "请给其中一栋换一个编号");
        }
        Optional<String> twice = spoken(building)
                .filter(name -> !within.add(PlaceText.of(name).toString()))
                .findFirst();
        twice.ifPresent(name -> draft.entry().problem("同一小区有两栋楼叫“" + name + "”", "请改正楼号、名称或别名"));
    }

    /** Everything a building answers to; its number alone counts as one, and its name may repeat it. */
    private static Stream<String> spoken(Building building) {
        return Stream.concat(Stream.of(building.number(), building.name()), building.aliases().stream())
                .distinct();
    }
}
