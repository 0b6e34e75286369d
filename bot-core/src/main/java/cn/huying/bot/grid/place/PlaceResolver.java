package cn.huying.bot.grid.place;

import cn.huying.bot.grid.Building;
import cn.huying.bot.grid.BuildingId;
import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.GeoPoint;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.place.PlaceFinding.Exact;
import cn.huying.bot.grid.place.PlaceFinding.Missing;
import cn.huying.bot.grid.place.PlaceFinding.Part;
import cn.huying.bot.grid.place.PlaceFinding.Partial;
import cn.huying.bot.grid.wording.Meaning;
import cn.huying.bot.grid.wording.NameTrie;
import cn.huying.bot.grid.wording.PlaceReader;
import cn.huying.bot.grid.wording.PlaceText;
import java.util.Comparator;
import java.util.Optional;

/**
 * Finds the place a resident speaks of. Runs on the event loop for every message: one pass over the text, no regular expression, nothing
 * that waits. Immutable; a changed tree means a new resolver.
 */
public final class PlaceResolver {
    private static final double NEAR_METRES = 300;
    private static final String GRID_SCENE = "grid:";
    private static final String BUILDING_SCENE = "building:";

    /** Characters that stand around a place and say nothing of it, one by one. */
    private static final String IDLE = "我你您他她咱们俺家住在是就这那边里儿的了啊吧呢哦嗯呀哈对不错说应该个于位置地址点方到小区好行";

    private static final int LEAST_DETAIL = 2;

    private final GridTree tree;
    private final NameTrie<Meaning> names;
    private final Buildings buildings;

    public PlaceResolver(GridTree tree) {
        this.tree = tree;
        this.names = PlaceNames.of(tree);
        this.buildings = new Buildings(tree);
    }

    /** What the words say about where, for someone whose home is not known. */
    public PlaceFinding resolve(String text) {
        return resolve(text, Optional.empty());
    }

    /** @param home where the resident lives; fills in what 我家 leaves unsaid and the compound when only 3栋 is said */
    public PlaceFinding resolve(String text, Optional<Place> home) {
        String normal = PlaceText.of(text);
        PlaceReader.Said said = PlaceReader.read(names, normal);
        Candidates candidates = new Candidates(buildings, home, said.common());
        said.mentions().forEach(candidates::add);
        PlaceFinding finding = candidates.finding();
        return finding instanceof Missing
                ? home.map(place -> atHome(place, said)).orElse(finding)
                : finding;
    }

    /** Whether words tell more than the name of a place: 3栋门口垃圾桶旁边 does, and 不对，我家在3栋 does not. */
    public boolean tellsMore(String text) {
        return PlaceReader.read(names, PlaceText.of(text))
                        .rest()
                        .chars()
                        .filter(Character::isLetterOrDigit)
                        .filter(c -> IDLE.indexOf(c) < 0)
                        .count()
                >= LEAST_DETAIL;
    }

    /** The compound around a point on the map: the nearest within {@value #NEAR_METRES} m, narrowed to the grid whose outline holds the point; that grid alone away from compounds. */
    public Optional<Place> nearest(double latitude, double longitude) {
        GeoPoint here = new GeoPoint(latitude, longitude);
        if (!here.isOnEarth()) {
            return Optional.empty();
        }
        Optional<Grid> drawn = tree.at(here);
        return tree.compounds().stream()
                .filter(compound -> compound.location().metresTo(here) <= NEAR_METRES)
                .min(Comparator.comparingDouble(compound -> compound.location().metresTo(here)))
                .map(buildings::place)
                .map(place -> drawn.filter(grid -> tree.isWithin(grid.id(), place.grid()))
                        .map(grid -> place.within(grid.id()))
                        .orElse(place))
                .or(() -> drawn.map(Place::of));
    }

    /** The place of a QR code's scene, {@code grid:<id>} or {@code building:<id>}; empty unless it is there and active. */
    public Optional<Place> ofScene(String scene) {
        if (scene.startsWith(GRID_SCENE)) {
            return tree.find(new GridId(scene.substring(GRID_SCENE.length())))
                    .filter(Grid::active)
                    .map(Place::of);
        }
        if (scene.startsWith(BUILDING_SCENE)) {
            return tree.building(new BuildingId(scene.substring(BUILDING_SCENE.length())))
                    .map(buildings::place);
        }
        return Optional.empty();
    }

    private PlaceFinding atHome(Place home, PlaceReader.Said said) {
        Optional<Compound> compound = home.compound().flatMap(tree::compound);
        if (said.common() && compound.isPresent()) {
            return new Exact(buildings.place(compound.get()));
        }
        if (!said.here()) {
            return new Missing();
        }
        Optional<Building> building = home.building().flatMap(tree::building);
        if (building.isEmpty()) {
            return new Partial(home, Part.BUILDING, "");
        }
        boolean whole = !home.unit().isEmpty() || building.get().entrances().size() == 1;
        return whole ? new Exact(home) : new Partial(home, Part.UNIT, "");
    }
}
