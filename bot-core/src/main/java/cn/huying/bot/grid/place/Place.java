package cn.huying.bot.grid.place;

import cn.huying.bot.grid.Building;
import cn.huying.bot.grid.BuildingId;
import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.CompoundId;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import java.util.Optional;

/**
 * Where something is, as far as it is known. Carries its names with it, so that an old request still reads right after the tree has
 * changed. What {@link #fullLabel()} says can point at a dwelling: keep it in the envelope, and never in a log or a group.
 *
 * @param grid the leaf grid where it is known, else the deepest grid that everything the place may mean belongs to
 * @param area the compound's name; a grid's name where no compound is known
 * @param compound empty for a place that is only a grid
 * @param building empty when only the compound or the grid is known
 * @param buildingName as it is shown, for example 3栋; {@code ""} without a building
 * @param unit as people say it, {@code 2}; {@code ""} when unknown or when the building has none
 * @param room as people say it, {@code 501}; {@code ""} when unknown
 */
public record Place(
        GridId grid,
        String area,
        Optional<CompoundId> compound,
        Optional<BuildingId> building,
        String buildingName,
        String unit,
        String room) {
    public static Place of(Grid grid) {
        return new Place(grid.id(), grid.name(), Optional.empty(), Optional.empty(), "", "", "");
    }

    static Place of(Compound compound, GridId grid) {
        return new Place(grid, compound.name(), Optional.of(compound.id()), Optional.empty(), "", "", "");
    }

    /** The same place, known to lie in a smaller grid. */
    Place within(GridId smaller) {
        return new Place(smaller, area, compound, building, buildingName, unit, room);
    }

    Place with(Building inside, GridId smaller) {
        return new Place(smaller, area, compound, Optional.of(inside.id()), inside.name(), "", "");
    }

    Place with(String unitNumber, String roomNumber, GridId leaf) {
        return new Place(leaf, area, compound, building, buildingName, unitNumber, roomNumber);
    }

    /** For groups and public pages: compound and building, never the unit. */
    public String publicLabel() {
        return area + buildingName;
    }

    /** For the resident and the workers of the grid: down to the room as far as it is known. */
    public String fullLabel() {
        return publicLabel() + (unit.isEmpty() ? "" : unit + "单元") + (room.isEmpty() ? "" : room + "室");
    }

    /** Only the grid, which says nothing about a person. */
    @Override
    public String toString() {
        return "Place[" + grid + "]";
    }
}
