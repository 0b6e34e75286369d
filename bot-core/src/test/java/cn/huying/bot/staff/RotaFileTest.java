package cn.huying.bot.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.taxonomy.Level;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotaFileTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final GridId G01 = new GridId("g01");
    /** A Saturday in Shanghai. */
    private static final Instant SATURDAY = Instant.parse("2026-11-20T17:00:00Z");

    private static final Instant FRIDAY = Instant.parse("2026-11-20T03:00:00Z");

    @Test
    void demosRotaShouldNameSomebodyAndAStandInForEveryGridWithAGroup() {
        DutyRota rota = RotaFile.read(DemoTree.folder(), DemoTree.TREE, ZONE);

        for (Grid grid : DemoTree.TREE.grids()) {
            if (grid.group()) {
                assertThat(rota.onDuty(grid.id(), FRIDAY)).as(grid.name()).isPresent();
                assertThat(rota.standIn(grid.id(), FRIDAY))
                        .as(grid.name())
                        .isPresent()
                        .isNotEqualTo(rota.onDuty(grid.id(), FRIDAY));
            }
        }
        assertThat(rota.worker(new WorkerId("community")).map(Worker::level)).hasValue(Level.COMMUNITY);
    }

    @Test
    void communityWithoutARotaShouldHaveNobodyOnDuty(@TempDir Path community) {
        DutyRota rota = RotaFile.read(community, DemoTree.TREE, ZONE);

        assertThat(rota.workers()).isEmpty();
        assertThat(rota.onDuty(G01, FRIDAY)).isEmpty();
    }

    @Test
    void lineForADayShouldComeBeforeTheOneForEveryOther() {
        DutyRota rota = rota("""
                duty:
                  - {grid: g01, worker: a, stand-in: b}
                  - {grid: g01, worker: b, stand-in: a, days: [SATURDAY, SUNDAY]}
                """);

        assertThat(onDuty(rota, G01, FRIDAY)).isEqualTo("a");
        assertThat(onDuty(rota, G01, SATURDAY)).isEqualTo("b");
        assertThat(rota.standIn(G01, SATURDAY).map(Worker::name)).hasValue("甲");
    }

    @Test
    void gridWithoutALineShouldBeLookedAfterFromAbove() {
        DutyRota rota = rota("duty: [{grid: xiangqing, worker: c}]");

        assertThat(onDuty(rota, new GridId("g01-m01"), FRIDAY)).isEqualTo("c");
        assertThat(rota.standIn(G01, FRIDAY)).isEmpty();
    }

    @Test
    void workerShouldCoverHisOrHerGridAndWhatIsBelow() {
        DutyRota rota = rota("");
        Worker ofGrid = rota.worker(new WorkerId("a")).orElseThrow();

        assertThat(rota.covers(ofGrid, new GridId("g01-m01"))).isTrue();
        assertThat(rota.covers(ofGrid, new GridId("g02"))).isFalse();
        assertThat(rota.covers(ofGrid, new GridId("xiangqing"))).isFalse();
        assertThat(rota.gridOf(ofGrid).map(Grid::name)).isEqualTo(Optional.of("第一网格"));
    }

    @Test
    void everyMistakeShouldBeToldWithItsLine() {
        assertThatThrownBy(() -> rota("""
                        duty:
                          - {grid: g99, worker: a}
                          - {grid: g01, worker: nobody}
                          - {grid: g02, worker: a, stand-in: a}
                          - {grid: g02, worker: b}
                          - {grid: g03, worker: a, days: [SAMSTAG]}
                          - {grid: g03, worker: "坏 人", extra: 1}
                        """))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.problems())
                                .extracting(Object::toString)
                                .hasSize(7)
                                .allMatch(problem -> problem.startsWith("rota.yml 第"))
                                .anyMatch(problem -> problem.contains("没有网格 g99"))
                                .anyMatch(problem -> problem.contains("没有人员 nobody"))
                                .anyMatch(problem -> problem.contains("值班人自己"))
                                .anyMatch(problem -> problem.contains("排了两次班"))
                                .anyMatch(problem -> problem.contains("SAMSTAG"))
                                .anyMatch(problem -> problem.contains("坏 人"))
                                .anyMatch(problem -> problem.contains("extra")));
    }

    @Test
    void nobodyShouldBeWrittenDownTwice() {
        assertThatThrownBy(() -> RotaFile.of(
                        YamlFile.of("rota.yml", "workers: [{id: a, name: 甲, grid: g01}, {id: a, name: 乙, grid: g02}]"),
                        DemoTree.TREE,
                        ZONE))
                .hasMessageContaining("写了两次");
    }

    private static String onDuty(DutyRota rota, GridId grid, Instant at) {
        return rota.onDuty(grid, at).orElseThrow().id().value();
    }

    private static DutyRota rota(String duty) {
        String workers = """
                workers:
                  - {id: a, name: 甲, grid: g01}
                  - {id: b, name: 乙, grid: g02}
                  - {id: c, name: 丙, grid: xiangqing}
                """;
        return RotaFile.of(YamlFile.of("rota.yml", workers + duty), DemoTree.TREE, ZONE);
    }
}
