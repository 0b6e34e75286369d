package cn.huying.bot.grid.folder;

import cn.huying.bot.grid.GeoPoint;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridMap;
import cn.huying.bot.grid.GridMap.Outline;
import cn.huying.bot.grid.GridMap.Ring;
import cn.huying.bot.grid.GridTree;
import cn.huying.knowledge.load.YamlFile;
import cn.huying.knowledge.load.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads outlines from GeoJSON (RFC 7946): a {@code FeatureCollection} whose features name their grid in {@code properties.grid} and are a
 * {@code Polygon} or {@code MultiPolygon}. JSON is YAML as well, so mistakes are told with their line like everywhere else.
 */
final class GridOutlines {
    private static final String MEND = "请写成 [[经度, 纬度], …]，首尾是同一点";

    private final GridTree tree;
    private final List<Outline> outlines = new ArrayList<>();

    GridOutlines(GridTree tree) {
        this.tree = tree;
    }

    void read(YamlFile file) {
        file.root().list("features").forEach(this::feature);
    }

    GridMap map() {
        Comparator<Outline> byDepth =
                Comparator.comparingInt(outline -> tree.path(outline.grid()).size());
        return new GridMap(outlines.stream().sorted(byDepth.reversed()).toList());
    }

    private void feature(YamlNode feature) {
        String id = feature.at("properties")
                .map(properties -> properties.text("grid"))
                .orElse("");
        Optional<Grid> grid = tree.find(new GridId(id));
        Optional<YamlNode> geometry = feature.at("geometry");
        if (grid.isEmpty() || geometry.isEmpty()) {
            feature.problem(
                    grid.isEmpty() ? "没有网格 " + id : "缺少 geometry", "请在 properties.grid 写上社区文件里的网格 id，在 geometry 写上轮廓");
            return;
        }
        List<List<Ring>> polygons = polygons(geometry.get());
        if (!polygons.isEmpty()) {
            outlines.add(new Outline(grid.get().id(), polygons));
        }
    }

    private static List<List<Ring>> polygons(YamlNode geometry) {
        String type = geometry.text("type");
        List<YamlNode> coordinates = geometry.list("coordinates");
        return switch (type) {
            case "Polygon" -> List.of(rings(coordinates, geometry));
            case "MultiPolygon" ->
                coordinates.stream()
                        .map(polygon -> rings(polygon.items(), polygon))
                        .toList();
            default -> {
                geometry.problem("轮廓的类型不认识：" + type, "只能是 Polygon 或 MultiPolygon");
                yield List.of();
            }
        };
    }

    private static List<Ring> rings(List<YamlNode> nodes, YamlNode polygon) {
        List<Ring> rings = nodes.stream().map(GridOutlines::ring).toList();
        if (rings.isEmpty()) {
            polygon.problem("轮廓没有点", MEND);
            return List.of(new Ring(List.of()));
        }
        return rings;
    }

    private static Ring ring(YamlNode node) {
        Ring ring = new Ring(node.items().stream().map(GridOutlines::corner).toList());
        if (!ring.isClosed()) {
            node.problem("轮廓没有闭合，或少于四个点", MEND);
        }
        return ring;
    }

    private static GeoPoint corner(YamlNode node) {
        List<YamlNode> numbers = node.items();
        if (numbers.size() < 2) {
            node.problem("这里应当是一个点", MEND);
            return new GeoPoint(0, 0);
        }
        GeoPoint point = new GeoPoint(degrees(numbers.get(1)), degrees(numbers.get(0)));
        if (!point.isOnEarth()) {
            node.problem("这个点不在地球上", "先写经度（-180 到 180），再写纬度（-90 到 90）");
        }
        return point;
    }

    private static double degrees(YamlNode node) {
        try {
            return Double.parseDouble(node.asText());
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }
}
