package cn.huying.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.knowledge.load.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash may leave is mended with a warning; anything else is refused, never skipped. */
class JournalDamageTest {
    private static final int RECORDS = 5;

    @TempDir
    Path folder;

    private Path crashed;
    private Path journal;
    private byte[] intact = {};
    private final List<Integer> ends = new ArrayList<>();

    /** One record for each document, and where each of them ends. */
    @BeforeEach
    void write() throws IOException {
        Path store = folder.resolve("store");
        try (JournaledMongo mongo = Copies.open(store);
                Client client = Client.of(mongo)) {
            for (int i = 1; i <= RECORDS; i++) {
                Client.one(client.collection("inbox").insertOne(new Document("_id", i).append("text", "文字" + i)));
                ends.add((int) Files.size(Copies.only(store, "journal-")));
            }
            crashed = Copies.of(store, folder.resolve("crashed"));
        }
        journal = Copies.only(crashed, "journal-");
        intact = Files.readAllBytes(journal);
    }

    private List<Object> idsAfter(byte[] damaged) throws IOException {
        for (Path file : Copies.files(crashed, "")) {
            Files.delete(file);
        }
        Files.write(journal, damaged);
        return reopened();
    }

    private List<Object> reopened() {
        try (JournaledMongo mongo = Copies.open(crashed);
                Client client = Client.of(mongo)) {
            return Client.all(client.collection("inbox").find()).stream()
                    .map(document -> document.get("_id"))
                    .toList();
        }
    }

    @Test
    void lastRecordCutAtEveryByteShouldBeRemovedAndTheRestKept() throws IOException {
        for (int length = ends.get(RECORDS - 2) + 1; length < intact.length; length++) {
            assertThat(idsAfter(Arrays.copyOf(intact, length)))
                    .as("cut at %s of %s", length, intact.length)
                    .containsExactly(1, 2, 3, 4);
            assertThat(Copies.only(crashed, "torn-")).hasSize(length);
        }
    }

    @Test
    void storeShouldGoOnAfterATornRecord() throws IOException {
        Files.write(journal, Arrays.copyOf(intact, intact.length - 1));
        Path again;
        try (JournaledMongo mongo = Copies.open(crashed);
                Client client = Client.of(mongo)) {
            Client.one(client.collection("inbox").insertOne(new Document("_id", 9)));
            again = Copies.of(crashed, folder.resolve("again"));
        }
        crashed = again;

        assertThat(reopened()).containsExactly(1, 2, 3, 4, 9);
    }

    @Test
    void zeroesBehindTheLastRecordShouldBeRemoved() throws IOException {
        assertThat(idsAfter(Arrays.copyOf(intact, intact.length + 4096))).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void anyDamagedByteBeforeTheLastRecordShouldBeRefused() throws IOException {
        for (int at = 0; at < ends.get(RECORDS - 2); at++) {
            byte[] damaged = intact.clone();
            damaged[at] ^= 0x41;
            int start = startOf(at);
            assertThatThrownBy(() -> idsAfter(damaged))
                    .as("damaged at %s", at)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining(journal.getFileName().toString())
                    .hasMessageContaining("第 " + start + " 字节")
                    .hasMessageContaining("备份");
            assertThat(Files.readAllBytes(journal)).isEqualTo(damaged);
        }
    }

    private int startOf(int at) {
        return ends.stream().filter(end -> end <= at).max(Integer::compare).orElse(0);
    }

    @Test
    void missingSegmentShouldBeRefusedWithItsRecord() throws IOException {
        Files.write(journal, Arrays.copyOfRange(intact, ends.getFirst(), intact.length));

        assertThatThrownBy(this::reopened).isInstanceOf(ConfigException.class).hasMessageContaining("缺少第 1 号记录");
    }

    @Test
    void damagedEndOfAnEarlierSegmentShouldBeRefused() throws IOException {
        Files.write(journal, Arrays.copyOf(intact, ends.get(RECORDS - 2)));
        Path later = journal.resolveSibling("journal-%019d.huying".formatted(RECORDS));
        Files.write(later, Arrays.copyOfRange(intact, ends.get(RECORDS - 2), intact.length));
        assertThat(reopenedCopy("whole")).containsExactly(1, 2, 3, 4, 5);

        Files.write(journal, Arrays.copyOf(intact, ends.get(RECORDS - 2) - 1));
        assertThatThrownBy(this::reopened).isInstanceOf(ConfigException.class).hasMessageContaining("损坏");
    }

    private List<Object> reopenedCopy(String name) throws IOException {
        Path original = crashed;
        crashed = Copies.of(original, folder.resolve(name));
        List<Object> ids = reopened();
        crashed = original;
        return ids;
    }

    @Test
    void anyDamagedByteOfASnapshotShouldBeRefused() throws IOException {
        reopened();
        Path snapshot = Copies.only(crashed, "snapshot-");
        byte[] whole = Files.readAllBytes(snapshot);
        for (int at = 0; at < whole.length; at += 3) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x41;
            Files.write(snapshot, damaged);
            assertThatThrownBy(this::reopened)
                    .as("damaged at %s", at)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("snapshot-");
        }
        Files.write(snapshot, whole);
        assertThat(reopened()).containsExactly(1, 2, 3, 4, 5);
    }
}
