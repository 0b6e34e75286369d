package cn.huying.api.simulator.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.Home;
import cn.huying.bot.grid.Building;
import cn.huying.bot.grid.BuildingId;
import cn.huying.bot.grid.Compound;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.UnitEntrance;
import cn.huying.bot.grid.folder.GridFolder;
import cn.huying.bot.staff.DutyRota;
import cn.huying.bot.staff.RotaFile;
import cn.huying.bot.staff.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommunityTest {
    private static final Path SHIPPED = Home.CONFIG.resolve("demo/community");

    @TempDir
    Path folder;

    @Test
    void regeneratingShouldGiveTheShippedFilesByteForByte() throws IOException {
        DemoCommunity.main(new String[] {folder.toString()});

        assertThat(contents(folder)).isEqualTo(contents(SHIPPED)).hasSize(22);
    }

    @Test
    void rewritingShouldRemoveWhatIsNotPartOfTheCommunity() throws IOException {
        Files.writeString(folder.resolve("99-gone.yml"), "grids: []\n");
        Files.writeString(folder.resolve("README.md"), "kept");

        DemoCommunity.write(folder);

        assertThat(folder.resolve("99-gone.yml")).doesNotExist();
        assertThat(folder.resolve("README.md")).hasContent("kept");
    }

    @Test
    void theFilesShouldHoldTheWholeCommunity() throws IOException {
        DemoCommunity.write(folder);

        GridTree tree = GridFolder.read(folder).tree();

        assertThat(tree.households(tree.root().id()))
                .isEqualTo(DemoCommunity.HOUSEHOLDS)
                .isEqualTo(7_233);
        assertThat(tree.compounds()).hasSize(18);
        assertThat(tree.grids().stream()
                        .filter(grid -> grid.group() && grid.level().isGrid()))
                .hasSize(DemoCommunity.GRIDS);
    }

    @Test
    void everyResidentShouldLiveInADwellingOfTheCommunity() throws IOException {
        GridTree tree = GridFolder.read(SHIPPED).tree();
        List<String> lines = Files.readAllLines(SHIPPED.resolve("people/residents.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(lines).hasSize(DemoCommunity.RESIDENTS).hasSize(2_000);
        HashSet<String> openIds = new HashSet<>();
        HashSet<String> dwellings = new HashSet<>();
        for (String line : lines) {
            String[] fields = line.split(",", -1);
            int room = fields[4].isEmpty() ? 100 : Integer.parseInt(fields[4]);
            assertThat(tree.leaf(new BuildingId(fields[2]), fields[3], room / 100))
                    .as(line)
                    .isPresent();
            assertThat(openIds.add(fields[0])).as(line).isTrue();
            assertThat(fields[4].isEmpty() || dwellings.add(fields[2] + fields[3] + fields[4]))
                    .as(line)
                    .isTrue();
        }
    }

    @Test
    void everyCompoundShouldLieInTheOutlinesOfItsGrids() throws IOException {
        GridTree tree = GridFolder.read(SHIPPED).tree();
        for (Compound compound : tree.compounds()) {
            Grid drawn = tree.at(compound.location()).orElseThrow();
            assertThat(compound.buildings())
                    .flatExtracting(Building::entrances)
                    .flatExtracting(UnitEntrance::floors)
                    .extracting(UnitEntrance.Floors::grid)
                    .as(compound.name())
                    .anyMatch(leaf -> tree.isWithin(leaf, drawn.id()));
        }
    }

    @Test
    void everyCompoundShouldHaveAStewardWhoIsNotOnDuty() throws IOException {
        GridTree tree = GridFolder.read(SHIPPED).tree();
        DutyRota rota = RotaFile.read(SHIPPED, tree, ZoneId.of("Asia/Shanghai"));
        List<Worker> stewards = rota.workers().stream()
                .filter(worker -> worker.id().value().startsWith("steward"))
                .toList();

        assertThat(stewards).hasSize(18);
        assertThat(tree.grids())
                .flatExtracting(
                        grid -> rota.onDuty(grid.id(), Instant.EPOCH).stream().toList())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(stewards);
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
