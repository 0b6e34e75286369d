package cn.huying.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.knowledge.load.ConfigException;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.RenameCollectionOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournaledMongoTest {
    @TempDir
    Path folder;

    @Test
    void everyKindOfWriteShouldBeBackAfterCleanCloseAndAfterCrash() throws IOException {
        Map<String, List<Document>> written;
        Path crashed;
        try (JournaledMongo store = Copies.open(folder.resolve("store"));
                Client client = Client.of(store)) {
            writeEveryKind(client);
            written = client.everything();
            crashed = Copies.of(folder.resolve("store"), folder.resolve("crashed"));
        }

        assertThat(contentOf(crashed)).isEqualTo(written);
        assertThat(contentOf(folder.resolve("store"))).isEqualTo(written);
        assertThat(Copies.files(folder.resolve("store"), "journal-")).isEmpty();
    }

    private static Map<String, List<Document>> contentOf(Path folder) {
        try (JournaledMongo store = Copies.open(folder);
                Client client = Client.of(store)) {
            return client.everything();
        }
    }

    private static void writeEveryKind(Client client) {
        MongoCollection<Document> requests = client.collection("requests");
        Client.one(requests.createIndex(
                Indexes.ascending("number"), new IndexOptions().unique(true).sparse(true)));
        Client.one(requests.createIndex(Indexes.ascending("grid", "state")));
        for (int i = 0; i < 20; i++) {
            Client.one(requests.insertOne(
                    new Document("_id", "r" + i).append("n", i).append("grid", "g" + i % 3)));
        }
        Client.one(requests.updateMany(Filters.gt("n", 10), Updates.inc("n", 100)));
        Client.one(requests.updateOne(Filters.eq("_id", "r1"), Updates.push("history", new Document("to", "SIGNED"))));
        Client.one(
                requests.updateOne(Filters.eq("grid", "new"), Updates.set("n", 1), new UpdateOptions().upsert(true)));
        Client.one(requests.updateOne(Filters.eq("_id", "r2"), Updates.currentDate("at")));
        Client.one(requests.replaceOne(Filters.eq("_id", "r3"), new Document("replaced", true)));
        Client.one(requests.findOneAndUpdate(
                Filters.eq("grid", "g1"),
                Updates.set("claimed", true),
                new FindOneAndUpdateOptions().sort(Sorts.descending("n"))));
        Client.one(requests.findOneAndDelete(Filters.eq("_id", "r4")));
        Client.one(requests.deleteMany(Filters.lt("n", 3)));
        Client.one(requests.insertOne(new Document("_id", "later").append("number", "HY20261121-0001")));
        Client.done(client.collection("dropped").insertOne(new Document("_id", 1)));
        Client.done(client.collection("dropped").drop());
        Client.done(client.collection("before").insertOne(new Document("_id", 1).append("at", new Date(0))));
        Client.done(client.collection("before")
                .renameCollection(new com.mongodb.MongoNamespace("huying", "after"), new RenameCollectionOptions()));
        Client.done(client.collection("after").insertOne(new Document("_id", 2)));
    }

    @Test
    void partlySuccessfulWritesShouldReplayToTheSameState() throws IOException {
        Map<String, List<Document>> written;
        Path crashed;
        try (JournaledMongo store = Copies.open(folder.resolve("store"));
                Client client = Client.of(store)) {
            MongoCollection<Document> inbox = client.collection("inbox");
            List<Document> batch = List.of(id(1), id(2), id(1), id(3));
            assertThatThrownBy(() -> Client.one(inbox.insertMany(batch)))
                    .isInstanceOfSatisfying(
                            MongoBulkWriteException.class,
                            e -> assertThat(e.getWriteResult().getInsertedCount())
                                    .isEqualTo(2));
            List<Document> unordered = List.of(id(4), id(2), id(5));
            assertThatThrownBy(() -> Client.one(inbox.insertMany(unordered, new InsertManyOptions().ordered(false))))
                    .isInstanceOfSatisfying(
                            MongoBulkWriteException.class,
                            e -> assertThat(e.getWriteResult().getInsertedCount())
                                    .isEqualTo(2));
            written = client.everything();
            crashed = Copies.of(folder.resolve("store"), folder.resolve("crashed"));
        }

        assertThat(written.get("inbox")).extracting(d -> d.get("_id")).containsExactly(1, 2, 4, 5);
        assertThat(contentOf(crashed)).isEqualTo(written);
    }

    private static Document id(int id) {
        return new Document("_id", id);
    }

    @Test
    void uniqueIndexShouldHoldAfterReopening() {
        try (JournaledMongo store = Copies.open(folder);
                Client client = Client.of(store)) {
            MongoCollection<Document> requests = client.collection("requests");
            Client.one(requests.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true)));
            Client.one(requests.insertOne(id(1).append("number", "HY-1")));
        }
        try (JournaledMongo store = Copies.open(folder);
                Client client = Client.of(store)) {
            assertThatThrownBy(
                            () -> Client.one(client.collection("requests").insertOne(id(2).append("number", "HY-1"))))
                    .isInstanceOf(MongoWriteException.class);
        }
    }

    @Test
    void compareAndSetShouldChangeNothingWhenTheRevisionIsAnother() {
        try (JournaledMongo store = Copies.open(folder);
                Client client = Client.of(store)) {
            MongoCollection<Document> requests = client.collection("requests");
            Client.one(requests.insertOne(id(1).append("rev", 3)));

            assertThat(modified(requests, 2)).isZero();
            assertThat(modified(requests, 3)).isOne();
            assertThat(modified(requests, 3)).isZero();
        }
    }

    private static long modified(MongoCollection<Document> requests, int revision) {
        return Client.one(requests.updateOne(
                        Filters.and(Filters.eq("_id", 1), Filters.eq("rev", revision)), Updates.inc("rev", 1)))
                .getModifiedCount();
    }

    @Test
    void helloShouldBeAnsweredForHealthChecks() {
        try (JournaledMongo store = Copies.open(folder);
                Client client = Client.of(store)) {
            Document hello = Client.one(client.admin().runCommand(new Document("hello", 1)));

            assertThat(hello.getBoolean("isWritablePrimary")).isTrue();
            assertThat(hello).containsKey("maxWireVersion");
        }
    }

    @Test
    void commandsThatCannotBeKeptShouldBeRefused() {
        try (JournaledMongo store = Copies.open(folder);
                Client client = Client.of(store)) {
            Client.one(client.collection("requests").insertOne(id(1)));

            assertThatThrownBy(() ->
                            Client.all(client.collection("requests").aggregate(List.of(new Document("$out", "copy")))))
                    .isInstanceOf(MongoCommandException.class)
                    .hasMessageContaining("$out");
            assertThatThrownBy(() -> Client.done(client.collection("requests").dropIndex("_id_")))
                    .isInstanceOf(MongoCommandException.class);
        }
    }

    @Test
    void documentGrowingBeyondTheLimitShouldBeRefusedAndStayAsItWas() {
        try (JournaledMongo store = Copies.open(folder);
                Client client = Client.of(store)) {
            MongoCollection<Document> requests = client.collection("requests");
            Client.one(requests.createIndex(Indexes.ascending("n")));
            byte[] large = new byte[9 << 20];
            Client.one(requests.insertOne(id(1).append("n", 1).append("a", large)));

            assertThatThrownBy(() -> Client.one(requests.updateOne(
                            Filters.eq("_id", 1), Updates.combine(Updates.set("b", large), Updates.set("n", 2)))))
                    .hasMessageContaining("16 MB");
            assertThat(Client.one(requests.find(Filters.eq("n", 1)))).doesNotContainKey("b");
        }
    }

    @Test
    void folderInUseShouldBeRefusedByName() {
        try (JournaledMongo store = Copies.open(folder)) {
            assertThat(store.uri()).hasHost("127.0.0.1");
            assertThatThrownBy(() -> Copies.open(folder))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining(folder.getFileName().toString())
                    .hasMessageContaining("另一个进程")
                    .hasMessageContaining("HUYING_DATA");
        }
    }

    @Test
    void folderThatCannotBeWrittenShouldBeRefusedWithTheMend() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Copies.open(file.resolve("mongo")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("不可写")
                .hasMessageContaining("HUYING_DATA");
    }

    @Test
    void takenPortShouldBeNamedWithItsSettingAndLeaveNoThread() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            JournaledMongo.Options options = JournaledMongo.Options.onPort(taken.getLocalPort());

            assertThatThrownBy(() -> JournaledMongo.open(folder, options, Copies.CLOCK))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("HUYING_STORE_MONGO_PORT")
                    .hasMessageContaining(String.valueOf(taken.getLocalPort()));
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("mongo") && !thread.isDaemon());
        Copies.open(folder).close();
    }
}
