package cn.huying.api.simulator.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.folder.GridFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommunityTest {
    private static final Path SHIPPED =
            Path.of(System.getProperty("huying.root", "..")).resolve("config/demo/community");

    @TempDir
    Path folder;

    @Test
    void regeneratingShouldGiveTheShippedFilesByteForByte() throws IOException {
        DemoCommunity.main(new String[] {folder.toString()});

        assertThat(contents(folder)).isEqualTo(contents(SHIPPED)).hasSize(19);
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

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.list(folder)) {
            List<Path> files =
                    paths.filter(path -> path.toString().endsWith(".yml")).toList();
            for (Path file : files) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
