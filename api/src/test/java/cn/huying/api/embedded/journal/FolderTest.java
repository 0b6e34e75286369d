package cn.huying.api.embedded.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.knowledge.load.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
    @TempDir
    Path path;

    private Folder folder;

    @BeforeEach
    void open() {
        folder = Folder.open(path.resolve("new").resolve("store"));
    }

    @AfterEach
    void close() {
        folder.closeQuietly();
    }

    private void create(Path... files) throws IOException {
        for (Path file : files) {
            Files.createFile(file);
        }
    }

    @Test
    void folderShouldBelongToOneAtATime() {
        assertThatThrownBy(() -> Folder.open(folder.path())).isInstanceOf(ConfigException.class);
        folder.closeQuietly();

        Folder.open(folder.path()).closeQuietly();
    }

    @Test
    void folderShouldBeTheSameByEveryName() throws IOException {
        Path link = Files.createSymbolicLink(path.resolve("link"), folder.path());

        assertThatThrownBy(() -> Folder.open(link)).isInstanceOf(ConfigException.class);
    }

    @Test
    void journalsShouldBeListedInTheirOrder() throws IOException {
        create(folder.journal(1_000), folder.journal(9), folder.journal(10));

        assertThat(folder.journals()).containsExactly(folder.journal(9), folder.journal(10), folder.journal(1_000));
        assertThat(folder.journals()).extracting(Folder::sequenceOf).containsExactly(9L, 10L, 1_000L);
    }

    @Test
    void newestSnapshotShouldBeTheOneWithTheHighestSequence() throws IOException {
        assertThat(folder.newestSnapshot()).isEmpty();
        create(folder.snapshot(9), folder.snapshot(10));

        assertThat(folder.newestSnapshot()).contains(folder.snapshot(10));
    }

    @Test
    void snapshotShouldMakeWhatIsBeforeItSuperfluous() throws IOException {
        create(folder.journal(1), folder.journal(5), folder.journal(6), folder.snapshot(3), folder.snapshot(5));
        folder.deleteBefore(5);

        assertThat(folder.journals()).containsExactly(folder.journal(6));
        assertThat(folder.newestSnapshot()).contains(folder.snapshot(5));
        assertThat(folder.snapshot(3)).doesNotExist();
    }

    @Test
    void unfinishedSnapshotShouldBeNoSnapshot() throws IOException {
        Path unfinished = folder.unfinished(folder.snapshot(7));
        create(unfinished);
        assertThat(folder.newestSnapshot()).isEmpty();

        folder.deleteUnfinished();
        assertThat(unfinished).doesNotExist();
    }
}
