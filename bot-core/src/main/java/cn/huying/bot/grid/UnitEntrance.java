package cn.huying.bot.grid;

import java.util.List;
import java.util.Optional;

/**
 * A unit of a building (单元) and the leaf grids its households belong to.
 *
 * @param number as people say it, {@code 1}, {@code A}; empty for the one entrance of a yard
 * @param floors from the ground up, never empty, without gap or overlap; more than one only where a tall unit is shared by several grids
 */
public record UnitEntrance(String number, List<Floors> floors) {
    /**
     * A run of floors whose households belong to one leaf grid.
     *
     * @param lowest first floor of the run; 0 where floors were not told, meaning the whole unit
     * @param highest last floor of the run, or 0
     */
    public record Floors(int lowest, int highest, int households, GridId grid) {
        boolean contains(int floor) {
            return highest == 0 || (floor >= lowest && floor <= highest);
        }
    }

    public UnitEntrance {
        floors = List.copyOf(floors);
    }

    public int households() {
        return floors.stream().mapToInt(Floors::households).sum();
    }

    /** The leaf grid of a floor; empty when the unit is shared and the floor is not one of its floors. */
    public Optional<GridId> leaf(int floor) {
        if (floors.size() == 1) {
            return Optional.of(floors.getFirst().grid());
        }
        return floors.stream().filter(f -> f.contains(floor)).map(Floors::grid).findFirst();
    }
}
