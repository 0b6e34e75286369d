package cn.huying.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The promise itself: a process killed in the middle of writing brings back everything it acknowledged. `huying.kills` sets the
 * number of kills.
 */
@Tag("slow")
class KillTest {
    private static final int KILLS = Integer.getInteger("huying.kills", 5);
    private static final int WRITERS = 32;
    private static final int LONGEST_LIFE_MILLIS = 2_500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SEED = Long.getLong("huying.seed", 20_261_121L);

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<Integer> changed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sent = new AtomicInteger();

    /** The store alone, with snapshots often enough to be killed in one. */
    static final class StoreProcess {
        private static final long OFTEN = 100_000;

        private StoreProcess() {}

        public static void main(String[] arguments) throws InterruptedException {
            JournaledMongo store = JournaledMongo.open(
                    Path.of(arguments[0]), JournaledMongo.Options.onPort(0).snapshotAfter(OFTEN), Copies.CLOCK);
            System.out.println("URI=" + store.uri());
            System.out.flush();
            Thread.currentThread().join();
        }
    }

    @Test
    void everythingAcknowledgedShouldBeThereAfterEveryKill() throws IOException, InterruptedException {
        for (int kill = 1; kill <= KILLS; kill++) {
            writeUntilKilled(1 + random.nextInt(LONGEST_LIFE_MILLIS));
            verify("seed " + SEED + ", kill " + kill);
        }
        System.out.printf(
                "store: sent=%d acked=%d changed=%d lost=0 twice=0 kills=%d seed=%d%n",
                sent.get(), acknowledged.size(), changed.size(), KILLS, SEED);
        assertThat(acknowledged).isNotEmpty();
    }

    private void writeUntilKilled(int life) throws IOException, InterruptedException {
        Process process = Jvm.start(folder.resolve("errors"), StoreProcess.class, store().toString());
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                Client client = Client.of(URI.create(Jvm.awaitLine(output, "URI=")))) {
            MongoCollection<Document> inbox = client.collection("inbox");
            Mono<Void> writers = Flux.range(0, WRITERS)
                    .flatMap(writer -> write(inbox).repeat().onErrorComplete(), WRITERS)
                    .then();
            var writing = writers.toFuture();
            awaitSome();
            Thread.sleep(life);
            process.destroyForcibly().waitFor();
            assertThat(writing).succeedsWithin(PATIENCE);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void awaitSome() throws InterruptedException {
        int before = acknowledged.size();
        while (acknowledged.size() == before) {
            Thread.sleep(1);
        }
    }

    /** One message: received, then completed; each acknowledgement is noted when it arrives. */
    private Mono<Void> write(MongoCollection<Document> inbox) {
        return Mono.defer(() -> {
            int id = sent.incrementAndGet();
            Document message =
                    new Document("_id", id).append("state", "RECEIVED").append("text", "诉求".repeat(id % 50));
            return Mono.from(inbox.insertOne(message))
                    .doOnNext(done -> acknowledged.add(id))
                    .then(Mono.from(inbox.updateOne(Filters.eq("_id", id), Updates.set("state", "DONE"))))
                    .doOnNext(done -> changed.add(id))
                    .then();
        });
    }

    private void verify(String when) {
        try (JournaledMongo store = Copies.open(store());
                Client client = Client.of(store)) {
            List<Document> found = Client.all(client.collection("inbox").find());
            List<Integer> ids =
                    found.stream().map(message -> message.getInteger("_id")).toList();
            Set<Integer> done = found.stream()
                    .filter(message -> "DONE".equals(message.getString("state")))
                    .map(message -> message.getInteger("_id"))
                    .collect(Collectors.toSet());
            assertThat(ids).as(when).doesNotHaveDuplicates().containsAll(acknowledged);
            assertThat(done).as(when).containsAll(changed);
            assertThat(ids).as(when).allMatch(id -> id <= sent.get());
        }
    }

    private Path store() {
        return folder.resolve("store");
    }
}
