package cn.huying.bot.grid.place;

import cn.huying.bot.grid.Building;
import cn.huying.bot.grid.BuildingId;
import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.CompoundId;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.UnitEntrance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Buildings by number, and the place of every compound and building, computed once. */
final class Buildings {
    private record Key(CompoundId compound, String number) {}

    private final GridTree tree;
    private final Map<CompoundId, Place> compounds = new HashMap<>();
    private final Map<BuildingId, Place> places = new HashMap<>();
    private final Map<Key, Building> inCompound = new HashMap<>();
    private final Map<String, List<Building>> anywhere = new HashMap<>();

    Buildings(GridTree tree) {
        this.tree = tree;
        tree.compounds().forEach(this::add);
    }

    private void add(Compound compound) {
        List<GridId> grids = new ArrayList<>();
        compound.buildings().forEach(building -> grids.addAll(leaves(building.entrances())));
        Place place = Place.of(compound, tree.common(grids));
        compounds.put(compound.id(), place);
        for (Building building : compound.buildings()) {
            places.put(building.id(), place.with(building, tree.common(leaves(building.entrances()))));
            inCompound.put(new Key(compound.id(), building.number()), building);
            anywhere.computeIfAbsent(building.number(), _ -> new ArrayList<>()).add(building);
        }
    }

    private static List<GridId> leaves(List<UnitEntrance> entrances) {
        return entrances.stream()
                .flatMap(entrance -> entrance.floors().stream())
                .map(UnitEntrance.Floors::grid)
                .distinct()
                .toList();
    }

    Place place(Compound compound) {
        return compounds.getOrDefault(compound.id(), Place.of(tree.root()));
    }

    Place place(Building building) {
        return places.getOrDefault(building.id(), Place.of(tree.root()));
    }

    /** A unit of a building; the grid is the leaf of the floor where the unit is shared, else what the unit's floors have in common. */
    Place place(Building building, UnitEntrance entrance, int floor, String room) {
        GridId grid = entrance.leaf(floor).orElseGet(() -> tree.common(leaves(List.of(entrance))));
        return place(building).with(entrance.number(), room, grid);
    }

    Optional<Compound> compound(CompoundId id) {
        return tree.compound(id);
    }

    Optional<Building> building(BuildingId id) {
        return tree.building(id);
    }

    Optional<Building> in(Compound compound, String number) {
        return Optional.ofNullable(inCompound.get(new Key(compound.id(), number)));
    }

    /** Every building with this number, in the order of the files. */
    List<Building> numbered(String number) {
        return anywhere.getOrDefault(number, List.of());
    }
}
