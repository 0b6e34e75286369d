package cn.huying.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** Nobody is told anything that a crash could take back. */
class AcknowledgeAfterForceTest {
    private static final int WRITERS = 32;
    private static final Duration SILENCE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final TestDisk disk = new TestDisk("journal-");
    private JournaledMongo store;
    private Client client;
    private MongoCollection<Document> inbox;

    @BeforeEach
    void open() {
        store = JournaledMongo.open(folder, JournaledMongo.Options.onPort(0), Copies.CLOCK, disk);
        client = Client.of(store);
        inbox = client.collection("inbox");
        Client.one(inbox.insertOne(document(0)));
    }

    @AfterEach
    void close() {
        disk.allowForces(1 << 20);
        client.close();
        store.close();
    }

    private static Document document(int id) {
        return new Document("_id", id).append("rev", 0);
    }

    private CompletableFuture<?> insert(int id) {
        return Mono.from(inbox.insertOne(document(id))).toFuture();
    }

    private static void assertSilent(CompletableFuture<?> reply) {
        assertThatThrownBy(() -> reply.get(SILENCE.toMillis(), TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
    }

    private static void assertAnswered(CompletableFuture<?> reply) {
        assertThat(reply).succeedsWithin(PATIENCE);
    }

    @Test
    void writeShouldBeAcknowledgedOnlyAfterForceReturned() {
        disk.holdForces();
        CompletableFuture<?> write = insert(1);

        assertSilent(write);
        disk.allowForces(1);
        assertAnswered(write);
    }

    @Test
    void duplicateShouldBeToldOnlyWhenTheFirstIsOnTheDisk() {
        disk.holdForces();
        CompletableFuture<?> first = insert(1);
        awaitForce(2);
        CompletableFuture<?> second = insert(1);

        assertSilent(second);
        disk.allowForces(1);
        assertAnswered(first);
        assertThat(second).failsWithin(PATIENCE).withThrowableThat().withMessageContaining("11000");
    }

    @Test
    void readersShouldNotSeeWhatACrashCouldTakeBack() {
        disk.holdForces();
        CompletableFuture<?> write = Mono.from(inbox.updateOne(Filters.eq("_id", 0), Updates.set("rev", 1)))
                .toFuture();
        awaitForce(2);
        CompletableFuture<?> read = Mono.from(inbox.find(Filters.eq("_id", 0))).toFuture();
        CompletableFuture<?> elsewhere = Mono.from(client.collection("other").countDocuments(Filters.eq("_id", 0)))
                .toFuture();
        CompletableFuture<?> nothing =
                Mono.from(client.collection("other").find()).toFuture();

        assertAnswered(nothing);
        assertSilent(read);
        disk.allowForces(1);
        assertAnswered(write);
        assertAnswered(read);
        assertAnswered(elsewhere);
    }

    @Test
    void writersThatCameDuringAForceShouldShareTheNextOne() {
        disk.holdForces();
        CompletableFuture<?> first = insert(1);
        awaitForce(2);
        List<CompletableFuture<?>> gathered = new ArrayList<>();
        for (int i = 2; i <= WRITERS; i++) {
            gathered.add(insert(i));
        }
        long before = store.figures().forces();
        awaitChanges(WRITERS + 1);
        disk.allowForces(2);

        assertAnswered(first);
        gathered.forEach(AcknowledgeAfterForceTest::assertAnswered);
        assertThat(store.figures().forces() - before).isEqualTo(2);
        assertThat(store.figures().changes()).isEqualTo(WRITERS + 1);
    }

    @Test
    void connectionsShouldNotHoldEachOtherUpWhileAForceIsWaitedFor() {
        disk.holdForces();
        CompletableFuture<?> write = insert(1);
        awaitForce(2);

        assertThat(Client.one(client.admin().runCommand(new Document("hello", 1))))
                .containsKey("isWritablePrimary");
        assertThat(write).isNotDone();
        disk.allowForces(1);
        assertAnswered(write);
    }

    @Test
    void failedForceShouldBeAnErrorAndTheLastThingTheStoreDoes() {
        disk.forceFails = true;
        assertFailedFrom(1);
        disk.forceFails = false;
        assertThatThrownBy(() -> Client.one(inbox.insertOne(document(2)))).isInstanceOf(MongoException.class);
    }

    @Test
    void fullDiskShouldBeAnErrorAndLeaveWhatWasAcknowledged() {
        disk.bytesLeft = 10;
        assertFailedFrom(1);
        disk.bytesLeft = Integer.MAX_VALUE;
        assertThatThrownBy(() -> Client.one(inbox.insertOne(document(2)))).isInstanceOf(MongoException.class);
        client.close();
        store.close();

        try (JournaledMongo again = Copies.open(folder);
                Client reader = Client.of(again)) {
            assertThat(Client.all(reader.collection("inbox").find())).containsExactly(document(0));
        }
    }

    /** Reads are refused as well: memory shows writes that the disk does not have. */
    private void assertFailedFrom(int id) {
        assertThatThrownBy(() -> Client.one(inbox.insertOne(document(id))))
                .isInstanceOf(MongoException.class)
                .hasMessageContaining("日志无法写入");
        assertThat(store.failed()).isCompleted();
        assertThatThrownBy(() -> Client.all(inbox.find()))
                .isInstanceOf(MongoCommandException.class)
                .hasMessageContaining("请检查磁盘空间");
        assertThatThrownBy(() -> Client.one(client.admin().runCommand(new Document("hello", 1))))
                .isInstanceOf(MongoCommandException.class);
    }

    private void awaitForce(int count) {
        await(() -> disk.forcesBegun.get() >= count);
    }

    private void awaitChanges(int count) {
        await(() -> store.figures().changes() >= count);
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
