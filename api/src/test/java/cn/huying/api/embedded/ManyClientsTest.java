package cn.huying.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the product builds on: one document is one atomic step, whoever else writes. */
class ManyClientsTest {
    private static final int CLIENTS = 48;
    private static final int DOCUMENTS = 500;

    @TempDir
    Path folder;

    private JournaledMongo store;
    private Client client;

    @BeforeEach
    void open() {
        store = Copies.open(folder);
        client = Client.of(store);
    }

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void oneOfManyInsertsOfTheSameIdShouldSucceed() {
        MongoCollection<Document> inbox = client.collection("inbox");
        List<Boolean> accepted = Flux.range(0, CLIENTS)
                .flatMap(
                        i -> Mono.from(inbox.insertOne(new Document("_id", "same").append("by", i)))
                                .thenReturn(true)
                                .onErrorResume(
                                        MongoWriteException.class,
                                        e -> Mono.just(e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY)),
                        CLIENTS)
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(accepted).filteredOn(won -> won).hasSize(1);
        assertThat(accepted).hasSize(CLIENTS);
    }

    @Test
    void incrementsOfManyShouldAllCount() {
        MongoCollection<Document> counters = client.collection("counters");
        FindOneAndUpdateOptions counted =
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        List<Integer> numbers = Flux.range(0, DOCUMENTS)
                .flatMap(
                        i -> Mono.from(counters.findOneAndUpdate(
                                        Filters.eq("_id", "HY20261121"), Updates.inc("n", 1), counted))
                                .map(document -> document.get("n", 0)),
                        CLIENTS)
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(numbers).doesNotHaveDuplicates().hasSize(DOCUMENTS);
        assertThat(numbers).allMatch(n -> n >= 1 && n <= DOCUMENTS);
    }

    @Test
    void eachDueItemShouldBeClaimedOnce() {
        MongoCollection<Document> work = client.collection("work");
        Client.one(work.createIndex(new Document("state", 1).append("due", 1)));
        insertMany(work);
        List<String> claimed = Flux.range(0, DOCUMENTS + CLIENTS)
                .flatMap(
                        i -> Mono.from(work.findOneAndUpdate(
                                Filters.and(Filters.eq("state", "NEW"), Filters.lte("due", DOCUMENTS)),
                                Updates.set("state", "CLAIMED"),
                                new FindOneAndUpdateOptions().sort(Sorts.ascending("due")))),
                        CLIENTS)
                .map(document -> String.valueOf(document.get("_id")))
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(claimed).doesNotHaveDuplicates().hasSize(DOCUMENTS);
    }

    @Test
    void longResultsShouldComeInBatches() {
        MongoCollection<Document> work = client.collection("work");
        insertMany(work);

        assertThat(Client.all(work.find().batchSize(7).sort(Sorts.descending("due"))))
                .hasSize(DOCUMENTS)
                .isSortedAccordingTo((a, b) -> b.getInteger("due") - a.getInteger("due"));
    }

    @Test
    void countsAndSumsShouldBeRight() {
        MongoCollection<Document> work = client.collection("work");
        insertMany(work);

        assertThat(Client.one(work.countDocuments(Filters.lt("due", 100)))).isEqualTo(100);
        assertThat(Client.all(work.distinct("grid", String.class))).containsExactlyInAnyOrder("g0", "g1", "g2");
        assertThat(Client.all(work.aggregate(List.of(
                        Aggregates.group("$grid", Accumulators.sum("n", 1)), Aggregates.sort(Sorts.ascending("_id"))))))
                .extracting(document -> document.get("n"))
                .containsExactly(167, 167, 166);
    }

    private static void insertMany(MongoCollection<Document> work) {
        List<Document> documents = Flux.range(0, DOCUMENTS)
                .map(i -> new Document("_id", "w" + i)
                        .append("state", "NEW")
                        .append("due", i)
                        .append("grid", "g" + i % 3))
                .collectList()
                .blockOptional()
                .orElseThrow();
        Client.one(work.insertMany(documents));
    }
}
