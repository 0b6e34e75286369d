package cn.huying.bot.grid;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The whole organisation: the tree of grids, and the compounds whose households hang on its leaves. Immutable; {@code GridFolder} makes
 * sure that it is whole before anyone sees it: one root, no cycle, every household on exactly one leaf.
 */
public final class GridTree {
    private final Map<GridId, Grid> grids = new LinkedHashMap<>();
    private final Map<GridId, List<Grid>> children = new LinkedHashMap<>();
    private final Map<CompoundId, Compound> compounds = new LinkedHashMap<>();
    private final Map<BuildingId, Building> buildings = new LinkedHashMap<>();
    private final Map<GridId, Integer> households = new LinkedHashMap<>();
    private final GridMap map;

    /** Takes a tree that {@code GridFolder} found whole; nothing is checked here. */
    public GridTree(Collection<Grid> grids, Collection<Compound> compounds) {
        this(grids, compounds, GridMap.EMPTY);
    }

    private GridTree(Collection<Grid> grids, Collection<Compound> compounds, GridMap map) {
        this.map = map;
        grids.forEach(grid -> this.grids.put(grid.id(), grid));
        grids.forEach(grid -> grid.parent()
                .ifPresent(parent ->
                        children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(grid)));
        for (Compound compound : compounds) {
            this.compounds.put(compound.id(), compound);
            for (Building building : compound.buildings()) {
                buildings.put(building.id(), building);
                building.entrances().forEach(this::countHouseholds);
            }
        }
    }

    private void countHouseholds(UnitEntrance entrance) {
        for (UnitEntrance.Floors floors : entrance.floors()) {
            path(floors.grid()).forEach(node -> households.merge(node.id(), floors.households(), Integer::sum));
        }
    }

    /** The same tree with outlines drawn on the map. */
    public GridTree drawn(GridMap outlines) {
        return new GridTree(grids.values(), compounds.values(), outlines);
    }

    /** The smallest active grid whose outline holds the point; empty where nothing was drawn. */
    public Optional<Grid> at(GeoPoint point) {
        return map.at(point).flatMap(this::find).filter(Grid::active);
    }

    public Optional<Grid> find(GridId id) {
        return Optional.ofNullable(grids.get(id));
    }

    /** @throws NoSuchElementException when there is no such node */
    public Grid grid(GridId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no grid " + id));
    }

    public SequencedCollection<Grid> grids() {
        return List.copyOf(grids.values());
    }

    public Grid root() {
        return grids.values().stream()
                .filter(grid -> grid.parent().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** The deepest grid that everything else is in: the community where there is only one. */
    public Grid trunk() {
        Grid trunk = root();
        for (List<Grid> below = List.of(trunk); below.size() == 1; below = children(trunk.id())) {
            trunk = below.getFirst();
        }
        return trunk;
    }

    public List<Grid> children(GridId id) {
        return List.copyOf(children.getOrDefault(id, List.of()));
    }

    public boolean isLeaf(GridId id) {
        return !children.containsKey(id);
    }

    /** The node itself, its parent and so on up to the root; empty for an unknown node. */
    public List<Grid> path(GridId id) {
        List<Grid> path = new ArrayList<>();
        Optional<Grid> node = find(id);
        while (node.isPresent()) {
            path.add(node.get());
            node = node.get().parent().flatMap(this::find);
        }
        return path;
    }

    /** Whether a node is another one or lies somewhere below it. */
    public boolean isWithin(GridId node, GridId ancestor) {
        return path(node).stream().anyMatch(grid -> grid.id().equals(ancestor));
    }

    /** The nearest node from this one upwards, itself included, that fits. */
    public Optional<Grid> nearest(GridId from, Predicate<Grid> fits) {
        return path(from).stream().filter(fits).findFirst();
    }

    /** The node of a level above this one, or itself; empty when the path has none of that level. */
    public Optional<Grid> above(GridId from, GridLevel level) {
        return nearest(from, grid -> grid.level() == level);
    }

    /** The node whose WeCom group hears about this one: the nearest active one upwards, itself included, that has a group. */
    public Optional<Grid> groupFor(GridId from) {
        return nearest(from, grid -> grid.group() && grid.active());
    }

    /** The deepest node that all of these belong to; the root when they share nothing deeper or none is known. */
    public GridId common(Collection<GridId> nodes) {
        Set<GridId> shared = new LinkedHashSet<>();
        boolean first = true;
        for (GridId node : nodes) {
            List<GridId> path = path(node).stream().map(Grid::id).toList();
            if (first) {
                shared.addAll(path);
                first = false;
            } else {
                shared.retainAll(Set.copyOf(path));
            }
        }
        return shared.isEmpty() ? root().id() : shared.iterator().next();
    }

    public SequencedCollection<Compound> compounds() {
        return List.copyOf(compounds.values());
    }

    public Optional<Compound> compound(CompoundId id) {
        return Optional.ofNullable(compounds.get(id));
    }

    public Optional<Building> building(BuildingId id) {
        return Optional.ofNullable(buildings.get(id));
    }

    /** The leaf grid of a dwelling; empty for an unknown building or unit, or a floor the unit does not have. */
    public Optional<GridId> leaf(BuildingId building, String unit, int floor) {
        return building(building).flatMap(b -> b.entrance(unit)).flatMap(entrance -> entrance.leaf(floor));
    }

    /** The households of a node and everything below it. */
    public int households(GridId id) {
        return households.getOrDefault(id, 0);
    }
}
