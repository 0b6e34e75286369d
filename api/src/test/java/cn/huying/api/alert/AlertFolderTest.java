package cn.huying.api.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;

class AlertFolderTest {
    @TempDir
    private Path folder;

    private final Desk desk = new Desk();
    private AlertFolder watched;

    @BeforeEach
    void watch() {
        watched = new AlertFolder(folder, desk.alerts, desk.clock, Schedulers.immediate());
    }

    private Path drop(String name, Object document, Instant at) throws IOException {
        Path file = Files.writeString(folder.resolve(name), document.toString());
        Files.setLastModifiedTime(file, FileTime.from(at));
        return file;
    }

    private Path drop(String name, Object document) throws IOException {
        return drop(name, document, Desk.NOON.minusSeconds(10));
    }

    @Test
    void alertShouldBecomeADraftAndTheFileMoveAway() throws IOException {
        drop("one.xml", CapXml.red("CN-1", Desk.NOON));

        assertThat(watched.sweep().block()).isEqualTo(1);
        assertThat(desk.store.newest(5).collectList().block()).hasSize(1);
        assertThat(folder.resolve("done/one.xml")).exists();
        assertThat(folder.resolve("one.xml")).doesNotExist();
        assertThat(watched.sweep().block()).isZero();
    }

    @Test
    void refusedFileShouldLieBesideItsReason() throws IOException {
        drop("stale.xml", CapXml.red("CN-2", Desk.NOON).with("expires", Desk.NOON.minusSeconds(1) + ""));
        drop("broken.xml", "<alert");
        drop("huge.xml", " ".repeat(CapReader.MOST_BYTES + 10));

        assertThat(watched.sweep().block()).isEqualTo(3);
        assertThat(folder.resolve("refused/stale.xml.reason")).content().contains("STALE", "过期");
        assertThat(folder.resolve("refused/broken.xml.reason")).content().contains("MALFORMED");
        assertThat(folder.resolve("refused/huge.xml.reason")).content().contains("OVERSIZED");
        assertThat(folder.resolve("refused/stale.xml")).exists();
        assertThat(desk.store.newest(5).collectList().block()).isEmpty();
    }

    @Test
    void fileThatMayStillBeWrittenShouldBeLeftAlone() throws IOException {
        drop("young.xml", "<alert", Desk.NOON);

        assertThat(watched.sweep().block()).isZero();
        assertThat(folder.resolve("young.xml")).exists();
        desk.clock.pass(AlertFolder.SETTLED);
        assertThat(watched.sweep().block()).isEqualTo(1);
    }

    @Test
    void otherFilesAndLinksShouldBeLeftAlone() throws IOException {
        Path elsewhere = drop("elsewhere.txt", CapXml.red("CN-3", Desk.NOON));
        Files.createSymbolicLink(folder.resolve("link.xml"), elsewhere);
        Files.createDirectory(folder.resolve("folder.xml"));

        assertThat(watched.sweep().block()).isZero();
        assertThat(desk.store.newest(5).collectList().block()).isEmpty();
    }
}
