package cn.huying.bot.grid.folder;

import cn.huying.bot.grid.UnitEntrance;
import cn.huying.bot.grid.folder.CompoundDraft.FloorsDraft;
import cn.huying.bot.grid.wording.PlaceNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the floors of a unit and the units of a building follow each other without gap or overlap. */
final class FloorRuns {
    private FloorRuns() {}

    /** @param rows all rows of one unit, in file order */
    static void check(List<FloorsDraft> rows) {
        if (rows.size() < 2) {
            return;
        }
        List<FloorsDraft> sorted = rows.stream()
                .sorted(Comparator.comparingInt(row -> row.floors().lowest()))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            follow(sorted.get(i - 1).floors(), sorted.get(i));
        }
    }

    private static void follow(UnitEntrance.Floors below, FloorsDraft row) {
        int lowest = row.floors().lowest();
        if (below.highest() == 0) {
            row.entry().problem("单元 " + row.unit() + " 写了两次，住户重复归属", "请删去一行，或用 floors 写明各管哪几层");
        } else if (lowest <= below.highest()) {
            row.entry().problem("单元 " + row.unit() + " 的 " + lowest + " 层重复归属", "请改正 floors，每层只归一个网格");
        } else if (lowest > below.highest() + 1) {
            row.entry().problem("单元 " + row.unit() + " 的 " + (below.highest() + 1) + " 层没有归属网格", "请改正 floors，不留空层");
        }
    }

    /** The first number missing between 1 and the highest unit; empty where units are not plain numbers. */
    static Optional<Integer> missingUnit(Set<String> units) {
        if (!units.stream().allMatch(PlaceNumber::isDigits)) {
            return Optional.empty();
        }
        int highest = units.stream().mapToInt(Integer::parseInt).max().orElse(0);
        for (int unit = 1; unit < highest; unit++) {
            if (!units.contains(Integer.toString(unit))) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }
}
