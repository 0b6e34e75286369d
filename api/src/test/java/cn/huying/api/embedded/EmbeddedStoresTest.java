package cn.huying.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.knowledge.load.ConfigException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoresTest {
    private static final int CLOSING_SECONDS = 10;

    @TempDir
    Path folder;

    /** The verb {@code store}, as the launcher calls it. */
    static final class StoreProcess {
        private StoreProcess() {}

        public static void main(String[] arguments) {
            System.exit(EmbeddedStores.run(
                    Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
        }
    }

    @Test
    void bothShouldOpenUnderOneFolderAndCloseTogether() {
        EmbeddedStores stores = EmbeddedStores.open(folder, 0, 0, Copies.CLOCK);

        assertThat(stores.mongoUri().orElseThrow())
                .hasScheme("mongodb")
                .hasHost("127.0.0.1")
                .hasPath("/huying");
        assertThat(stores.redisUri().orElseThrow()).hasScheme("redis").hasHost("127.0.0.1");
        assertThat(folder.resolve("mongo")).isDirectory();
        assertThat(folder.resolve("redis")).isDirectory();
        assertThat(stores.failed().toCompletableFuture()).isNotCompleted();
        stores.close();
        assertThat(stores.failed().toCompletableFuture()).succeedsWithin(Duration.ofSeconds(CLOSING_SECONDS));
    }

    @Test
    void onlyTheServerThatIsMissingShouldBeOpened() {
        try (EmbeddedStores redisOnly = EmbeddedStores.openMissing(folder, false, true, Copies.CLOCK)) {
            assertThat(redisOnly.mongoUri()).isEmpty();
            assertThat(redisOnly.redisUri()).isPresent();
            assertThat(folder.resolve("mongo")).doesNotExist();
        }
        Path other = folder.resolve("other");
        try (EmbeddedStores mongoOnly = EmbeddedStores.openMissing(other, true, false, Copies.CLOCK)) {
            assertThat(mongoOnly.mongoUri()).isPresent();
            assertThat(mongoOnly.redisUri()).isEmpty();
            assertThat(other.resolve("redis")).doesNotExist();
        }
        EmbeddedStores.openMissing(folder.resolve("none"), false, false, Copies.CLOCK)
                .close();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void documentStoreShouldBeClosedWhenTheOtherCannotOpen() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedStores.open(folder, 0, taken.getLocalPort(), Copies.CLOCK))
                    .isInstanceOf(ConfigException.class);
        }
        EmbeddedStores.open(folder, 0, 0, Copies.CLOCK).close();
    }

    @Test
    void storeProcessShouldPrintItsUrisAndEndCleanlyOnSigterm() throws IOException, InterruptedException {
        Process process = Jvm.start(folder.resolve("errors"), StoreProcess.class, data().toString(), "0", "0");
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            URI mongo = URI.create(Jvm.awaitLine(output, "MONGODB_URI="));
            URI redis = URI.create(Jvm.awaitLine(output, "REDIS_URI="));
            assertThat(mongo).hasPath("/huying");
            assertThat(redis.getPort()).isPositive();
            try (Client client = Client.of(mongo)) {
                Client.one(client.collection("inbox").insertOne(new Document("_id", 1)));
            }
            assertThat(EmbeddedStores.runningOn(data())).hasValue(mongo);
            process.destroy();
            assertThat(process.waitFor(CLOSING_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(data().resolve("mongo.address")).doesNotExist();
        assertThat(Copies.files(data().resolve("mongo"), "journal-")).isEmpty();
        assertThat(data().resolve("redis").resolve("redis.pid")).doesNotExist();
        try (JournaledMongo store = Copies.open(data().resolve("mongo"));
                Client client = Client.of(store)) {
            assertThat(Client.all(client.collection("inbox").find())).hasSize(1);
        }
    }

    @Test
    void addressOfAKilledProcessShouldNotBeTrustedWhoeverListensThereNow() throws IOException {
        Files.createDirectories(data().resolve("mongo"));
        Files.createFile(data().resolve("mongo").resolve("store.lock"));
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(data().resolve("mongo.address"), "mongodb://127.0.0.1:" + stranger.getLocalPort());

            assertThat(EmbeddedStores.runningOn(data())).isEmpty();
        }
    }

    @Test
    void redisOfAKilledStoreProcessShouldBeEndedByTheNextStart() throws IOException, InterruptedException {
        Process process = Jvm.start(folder.resolve("errors"), StoreProcess.class, data().toString(), "0", "0");
        long pid;
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            Jvm.awaitLine(output, "REDIS_URI=");
            pid = Long.parseLong(Files.readString(data().resolve("redis").resolve("redis.pid"))
                    .strip());
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isPresent();

        try (EmbeddedStores stores = EmbeddedStores.open(data(), 0, 0, Copies.CLOCK)) {
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(stores.failed().toCompletableFuture()).isNotCompleted();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }
}
