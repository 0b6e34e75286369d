package cn.huying.bot.routing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.folder.GridFolder;
import cn.huying.bot.taxonomy.Level;
import cn.huying.knowledge.load.YamlFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose group is told, in trees where some have none. */
class TargetTest {
    private static final String TREE = """
            grids:
              - {id: d, level: DISTRICT, name: 区}
              - {id: s, parent: d, level: SUBDISTRICT, name: 街道, group: S}
              - {id: c, parent: s, level: COMMUNITY, name: 社区, group: C}
              - {id: g, parent: c, level: L1, name: 一级, group: G}
              - {id: m, parent: g, level: MICRO, name: 微, group: M}
            """;

    @ParameterizedTest
    @CsvSource(textBlock = """
            GRID,        GRID,        GCS,  m, g
            GRID,        GRID,        MGCS, m, m
            GRID,        GRID,        CS,   m, c
            GRID,        GRID,        GCS,  c, c
            COMMUNITY,   GRID,        GCS,  m, c
            COMMUNITY,   GRID,        GS,   m, g
            SUBDISTRICT, GRID,        GCS,  m, s
            DISTRICT,    GRID,        GCS,  m, s
            DISTRICT,    GRID,        G,    m, g
            LEVEL,       SUBDISTRICT, GC,   m, c
            LEVEL,       COMMUNITY,   S,    m, s
            LEVEL,       GRID,        GCS,  m, g
            GRID,        GRID,        '',   m, ''
            DISTRICT,    DISTRICT,    '',   m, ''
            """)
    void groupShouldBeTheNearestToTheNodeMeant(Target target, Level level, String groups, String place, String told) {
        assertThat(target.group(tree(groups), new GridId(place), level)
                        .map(Grid::id)
                        .map(GridId::value)
                        .orElse(""))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"DISTRICT, d", "SUBDISTRICT, s", "COMMUNITY, c", "LEVEL, s"})
    void nodeShouldNotAskForAGroup(Target target, String expected) {
        assertThat(target.node(tree(""), new GridId("m"), Level.SUBDISTRICT).map(Grid::id))
                .contains(new GridId(expected));
    }

    private static GridTree tree(String groups) {
        String yaml = TREE;
        for (String name : List.of("S", "C", "G", "M")) {
            yaml = yaml.replace("group: " + name, "group: " + groups.contains(name));
        }
        return GridFolder.of(List.of(YamlFile.of("t.yml", yaml))).tree();
    }
}
