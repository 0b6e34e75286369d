package cn.huying.bot.grid.place;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.place.PlaceFinding.Ambiguous;
import cn.huying.bot.grid.place.PlaceFinding.Exact;
import cn.huying.bot.grid.place.PlaceFinding.Missing;
import cn.huying.bot.grid.place.PlaceFinding.Part;
import cn.huying.bot.grid.place.PlaceFinding.Partial;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What residents write, row by row, and the one right reading of it. */
class PlaceSentencesTest {
    private static final PlaceResolver RESOLVER = new PlaceResolver(DemoTree.TREE);
    private static final Map<String, Place> HOMES = Map.of(
            "幸福里1", exact("幸福里1栋1单元301"),
            "槐树里2", partial("槐树里2号楼"),
            "桂香二期6", exact("桂香苑二期6幢1单元"));

    record Row(String text, String home, String expected) {}

    @ParameterizedTest
    @MethodSource("rows")
    void resolveShouldGiveTheOneRightReading(Row row) {
        Optional<Place> home = Optional.ofNullable(HOMES.get(row.home()));
        assertThat(home.isPresent()).isEqualTo(!row.home().equals("-"));

        assertThat(describe(RESOLVER.resolve(row.text(), home))).isEqualTo(row.expected());
    }

    @Test
    void theTableShouldBeLongEnoughToMeanSomething() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(150);
    }

    static List<Row> rows() throws IOException {
        try (InputStream in =
                        Objects.requireNonNull(PlaceSentencesTest.class.getResourceAsStream("/place/sentences.tsv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Row(cells[0].replace("\\n", "\n"), cells[1], cells[2]))
                    .toList();
        }
    }

    private static String describe(PlaceFinding finding) {
        return switch (finding) {
            case Exact(Place place) -> place.fullLabel();
            case Partial(Place known, Part missing, String heard) ->
                (missing == Part.BUILDING ? "?栋 " : "?单元 ")
                        + known.publicLabel()
                        + (heard.isEmpty() ? "" : " 听到" + heard);
            case Ambiguous(List<Place> candidates) ->
                "多个 " + candidates.stream().map(Place::fullLabel).collect(Collectors.joining("|"));
            case Missing() -> "无";
        };
    }

    private static Place exact(String text) {
        return RESOLVER.resolve(text) instanceof Exact(Place place) ? place : fail(text);
    }

    private static Place partial(String text) {
        return RESOLVER.resolve(text) instanceof Partial partial ? partial.known() : fail(text);
    }

    private static Place fail(String text) {
        throw new AssertionError("not a home: " + text);
    }
}
