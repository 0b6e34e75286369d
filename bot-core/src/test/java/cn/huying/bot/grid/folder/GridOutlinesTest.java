package cn.huying.bot.grid.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huying.bot.grid.GeoPoint;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridLevel;
import cn.huying.bot.grid.GridTree;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GridOutlinesTest {
    private static final GridTree TREE = new GridTree(
            List.of(
                    grid("all", Optional.empty(), true),
                    grid("a", Optional.of("all"), true),
                    grid("shut", Optional.of("all"), false)),
            List.of());

    @Test
    void aPointShouldLieInTheSmallestGridDrawnAroundIt() {
        GridTree drawn = drawn(
                feature("all", "Polygon", "[[[0,0],[10,0],[10,10],[0,10],[0,0]]]"),
                feature("a", "Polygon", "[[[1,1],[3,1],[3,3],[1,3],[1,1]]]"));

        assertThat(drawn.at(new GeoPoint(2, 2))).map(Grid::id).contains(new GridId("a"));
        assertThat(drawn.at(new GeoPoint(5, 5))).map(Grid::id).contains(new GridId("all"));
        assertThat(drawn.at(new GeoPoint(11, 5))).isEmpty();
    }

    @Test
    void longitudeComesFirst() {
        GridTree drawn = drawn(feature("a", "Polygon", "[[[80,30],[90,30],[90,40],[80,40],[80,30]]]"));

        assertThat(drawn.at(new GeoPoint(35, 85))).isPresent();
        assertThat(drawn.at(new GeoPoint(85, 35))).isEmpty();
    }

    @Test
    void aGridMayHaveSeveralPartsAndHoles() {
        GridTree drawn = drawn(
                feature(
                        "a",
                        "MultiPolygon",
                        "[[[[0,0],[9,0],[9,9],[0,9],[0,0]],[[3,3],[6,3],[6,6],[3,6],[3,3]]],[[[20,20],[21,20],[21,21],[20,20]]]]"));

        assertThat(drawn.at(new GeoPoint(1, 1))).isPresent();
        assertThat(drawn.at(new GeoPoint(4, 4))).isEmpty();
        assertThat(drawn.at(new GeoPoint(20.2, 20.8))).isPresent();
    }

    @Test
    void aGridThatIsShutShouldNotBeFound() {
        assertThat(drawn(feature("shut", "Polygon", "[[[0,0],[9,0],[9,9],[0,9],[0,0]]]"))
                        .at(new GeoPoint(5, 5)))
                .isEmpty();
    }

    @Test
    void everyMistakeShouldBeTold() {
        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> drawn(
                        feature("nowhere", "Polygon", "[[[0,0],[9,0],[9,9],[0,9],[0,0]]]"),
                        feature("a", "Point", "[0,0]"),
                        feature("a", "Polygon", "[[[0,0],[9,0],[9,9],[0,9]]]"),
                        feature("a", "Polygon", "[[[0,95],[9,0],[9,9],[0,x],[0,95]]]"),
                        feature("a", "Polygon", "[[[0],[0]]]"),
                        feature("a", "Polygon", "[]")));

        assertThat(refused.problems())
                .extracting(problem -> problem.reason())
                .contains("没有网格 nowhere", "轮廓的类型不认识：Point", "轮廓没有闭合，或少于四个点", "这个点不在地球上", "这里应当是一个点", "轮廓没有点");
    }

    private static GridTree drawn(String... features) {
        String json = "{\"type\": \"FeatureCollection\", \"features\": [\n" + String.join(",\n", features) + "\n]}";
        return GridFolder.drawn(TREE, List.of(YamlFile.of("map.geojson", json)));
    }

    private static String feature(String grid, String type, String coordinates) {
        return "{\"type\": \"Feature\", \"properties\": {\"grid\": \"" + grid + "\"}, \"geometry\": {\"type\": \""
                + type + "\", \"coordinates\": " + coordinates + "}}";
    }

    private static Grid grid(String id, Optional<String> parent, boolean active) {
        GridLevel level = parent.isEmpty() ? GridLevel.COMMUNITY : GridLevel.GENERAL;
        return new Grid(new GridId(id), parent.map(GridId::new), level, id, true, active);
    }
}
