package cn.huying.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A snapshot is taken while everything goes on, and holds exactly one moment. */
class SnapshotTest {
    private static final int DOCUMENTS = 2_000;
    private static final int PARALLEL = 16;
    private static final int ROUNDS = 6;
    private static final long OFTEN = 200_000;

    @TempDir
    Path folder;

    private static JournaledMongo open(Path folder, long snapshotAfter) {
        return JournaledMongo.open(folder, JournaledMongo.Options.onPort(0).snapshotAfter(snapshotAfter), Copies.CLOCK);
    }

    private static Map<String, List<Document>> contentOf(Path folder) {
        try (JournaledMongo store = Copies.open(folder);
                Client client = Client.of(store)) {
            return client.everything();
        }
    }

    @Test
    void snapshotsTakenUnderLoadShouldLoseNothing() throws IOException {
        Path store = folder.resolve("store");
        Map<String, List<Document>> written;
        Path crashed;
        try (JournaledMongo mongo = open(store, OFTEN);
                Client client = Client.of(mongo)) {
            for (int round = 0; round < ROUNDS; round++) {
                load(client.collection("inbox"), round);
            }
            assertThat(mongo.figures().snapshots()).isPositive();
            written = client.everything();
            crashed = Copies.of(store, folder.resolve("crashed"));
        }

        assertThat(contentOf(crashed)).isEqualTo(written);
        assertThat(contentOf(store)).isEqualTo(written);
    }

    /** Every document is written, changed and partly removed, with many in flight at once. */
    private static void load(MongoCollection<Document> inbox, int round) {
        Flux.range(0, DOCUMENTS)
                .flatMap(i -> Mono.from(inbox.insertOne(document(round, i))), PARALLEL)
                .flatMap(
                        done -> Mono.from(
                                inbox.updateOne(Filters.eq("_id", done.getInsertedId()), Updates.set("state", "DONE"))),
                        PARALLEL)
                .blockLast();
        Flux.range(0, DOCUMENTS / 4)
                .flatMap(i -> Mono.from(inbox.deleteOne(Filters.eq("_id", round + ":" + i * 4))), PARALLEL)
                .blockLast();
    }

    private static Document document(int round, int i) {
        return new Document("_id", round + ":" + i).append("state", "NEW").append("text", "呼应".repeat(i % 40));
    }

    @Test
    void snapshotShouldReplaceTheJournalBeforeIt() throws IOException {
        try (JournaledMongo mongo = open(folder, 64L << 20);
                Client client = Client.of(mongo)) {
            load(client.collection("inbox"), 0);
        }
        assertThat(Copies.files(folder, "journal-")).isEmpty();
        Path first = Copies.only(folder, "snapshot-");

        try (JournaledMongo mongo = open(folder, 64L << 20);
                Client client = Client.of(mongo)) {
            Client.one(client.collection("inbox").insertOne(new Document("_id", "later")));
        }
        assertThat(first).doesNotExist();
        assertThat(Copies.only(folder, "snapshot-")).exists();
    }

    @Test
    void closingUnchangedShouldLeaveTheSnapshotAlone() throws IOException {
        try (JournaledMongo mongo = open(folder, OFTEN);
                Client client = Client.of(mongo)) {
            Client.one(client.collection("inbox").insertOne(new Document("_id", 1)));
        }
        Path snapshot = Copies.only(folder, "snapshot-");
        var written = Files.getLastModifiedTime(snapshot);
        open(folder, OFTEN).close();

        assertThat(Copies.only(folder, "snapshot-")).isEqualTo(snapshot);
        assertThat(Files.getLastModifiedTime(snapshot)).isEqualTo(written);
    }

    @Test
    void unfinishedSnapshotShouldBeForgotten() throws IOException {
        try (JournaledMongo mongo = open(folder, OFTEN);
                Client client = Client.of(mongo)) {
            Client.one(client.collection("inbox").insertOne(new Document("_id", 1)));
        }
        Path unfinished = folder.resolve("snapshot-%019d.huying.tmp".formatted(99));
        Files.write(unfinished, new byte[] {1, 2, 3});

        assertThat(contentOf(folder)).containsKey("inbox");
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void snapshotThatCannotBeWrittenShouldLeaveTheJournalInCharge() throws IOException {
        TestDisk disk = new TestDisk("snapshot-");
        disk.bytesLeft = 1_000;
        Map<String, List<Document>> written;
        JournaledMongo.Options options = JournaledMongo.Options.onPort(0).snapshotAfter(OFTEN);
        try (JournaledMongo mongo = JournaledMongo.open(folder, options, Copies.CLOCK, disk);
                Client client = Client.of(mongo)) {
            load(client.collection("inbox"), 0);
            load(client.collection("inbox"), 1);
            assertThat(mongo.figures().snapshots()).isZero();
            assertThat(mongo.failed()).isNotCompleted();
            written = client.everything();
        }

        assertThat(Copies.files(folder, "journal-")).isNotEmpty();
        assertThat(contentOf(folder)).isEqualTo(written);
    }
}
