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
import cn.huying.knowledge.analysis.Beginnings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the place a resident speaks of. Runs on the event loop for every message: one pass over the text, no regular expression, nothing
 * that waits. Immutable; a changed tree means a new resolver.
 */
public final class PlaceResolver {
    private static final double NEAR_METRES = 300;
    private static final String GRID_SCENE = "grid:";
    private static final String BUILDING_SCENE = "building:";

    /** What stands around the name of a place and says nothing of it. */
    private static final List<String> IDLE = List.of(
            "我家住", "我家", "我们家", "我们这", "我们", "我住的", "我住", "我", "俺家", "咱家", "咱们", "家住", "家在", "住在", "就在", "位于", "在",
            "就是", "应该", "好像是", "是", "具体", "确认", "地址", "地点", "位置", "地方", "不对", "不是", "对的", "说错了", "错了", "更正", "这里", "这边",
            "这儿", "这个", "那里", "那边", "那儿", "那个", "小区", "公共区域", "公共地方", "公共部位", "麻烦", "快点", "尽快", "请", "谢谢", "你好", "您好",
            "的", "了", "啊", "呀", "吧", "呢", "哦", "嗯", "哈", "和", "到");

    private static final int LEAST_DETAIL = 2;

    private final GridTree tree;
    private final NameTrie<Meaning> names;
    private final Buildings buildings;
    private final Beginnings idle;

    public PlaceResolver(GridTree tree) {
        this.tree = tree;
        this.names = PlaceNames.of(tree);
        this.buildings = new Buildings(tree);
        this.idle =
                Beginnings.of(Stream.concat(IDLE.stream(), tree.grids().stream().map(Grid::name))
                        .map(PlaceText::of)
                        .toList());
    }

    /** What the words say about where, for someone whose home is not known. */
    public PlaceFinding resolve(String text) {
        return resolve(text, Optional.empty());
    }

    /** @param home where the resident lives; fills in what 我家 leaves unsaid and the compound when only 3栋 is said */
    public PlaceFinding resolve(String text, Optional<Place> home) {
        String normal = PlaceText.of(text);
        PlaceReader.Said said = PlaceReader.read(names, normal);
        PlaceFinding finding = finding(said, home);
        return finding instanceof Missing
                ? home.map(place -> atHome(place, said)).orElse(finding)
                : finding;
    }

    private PlaceFinding finding(PlaceReader.Said said, Optional<Place> home) {
        Candidates candidates = new Candidates(buildings, home, said.common());
        said.mentions().forEach(candidates::add);
        return candidates.finding();
    }

    /** Whether words name one place, compound and all: then it is the same for everybody, wherever at home. */
    public boolean namesAll(String text) {
        PlaceReader.Said said = PlaceReader.read(names, PlaceText.of(text));
        return said.mentions().stream()
                        .allMatch(mention ->
                                mention.hasCompound() || !mention.named().isEmpty())
                && finding(said, Optional.empty()) instanceof Exact;
    }

    /**
     * Whether words tell more of where than the name of a place, and more than was told: 3栋门口垃圾桶旁边 and 3栋5楼 do, 不对，我家在3栋 does not.
     *
     * @param told what is known already
     */
    public boolean isBeyond(String where, String told) {
        String normal = PlaceText.of(where);
        PlaceReader.Said said = PlaceReader.read(names, normal);
        boolean floor = said.mentions().stream()
                .anyMatch(mention -> mention.floor() > 0 && mention.room().isEmpty());
        String detail = withoutIdle(said.without(normal));
        return (floor || detail.length() >= LEAST_DETAIL) && !PlaceText.of(told).contains(floor ? normal : detail);
    }

    private String withoutIdle(String rest) {
        StringBuilder detail = new StringBuilder();
        int at = 0;
        while (at < rest.length()) {
            int next = idle.skip(rest, at);
            if (next == at) {
                next = at + 1;
                detail.append(Character.isLetterOrDigit(rest.charAt(at)) ? rest.substring(at, next) : "");
            }
            at = next;
        }
        return detail.toString();
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
