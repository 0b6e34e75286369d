package cn.huying.bot.grid;

import java.util.List;
import java.util.Optional;

/**
 * A building or a yard of a compound.
 *
 * @param number as people say it, without the measure word: {@code 3}, {@code A}, {@code 3A}
 * @param name as it is shown, for example 3栋
 * @param aliases names of its own that do not follow from the number, for example 老干部楼
 * @param entrances never empty; a yard or a building without units has one entrance with an empty number
 */
public record Building(
        BuildingId id,
        CompoundId compound,
        String number,
        String name,
        List<String> aliases,
        List<UnitEntrance> entrances) {
    public Building {
        aliases = List.copyOf(aliases);
        entrances = List.copyOf(entrances);
    }

    /** Without units: a yard, a house of its own. */
    public boolean isYard() {
        return entrances.size() == 1 && entrances.getFirst().number().isEmpty();
    }

    public Optional<UnitEntrance> entrance(String unit) {
        return entrances.stream().filter(e -> e.number().equals(unit)).findFirst();
    }

    public int households() {
        return entrances.stream().mapToInt(UnitEntrance::households).sum();
    }
}
