package cn.huying.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index may only make a query faster: with and without one the answer is the same, in the same order. */
class LookupTest {
    private static final long SEED = 7_233;
    private static final int STEPS = 250;
    private static final int QUERIES_AFTER_EACH = 3;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void indexedAndPlainCollectionShouldAnswerAlike() {
        try (JournaledMongo store = Copies.open(folder);
                Client client = Client.of(store)) {
            MongoCollection<Document> plain = client.collection("plain");
            MongoCollection<Document> indexed = client.collection("indexed");
            Client.one(indexed.createIndex(Indexes.ascending("a", "b")));
            Client.one(indexed.createIndex(Indexes.descending("b")));
            Client.one(indexed.createIndex(Indexes.ascending("nested.x")));
            Client.one(indexed.createIndex(
                    Indexes.ascending("u", "a"), new IndexOptions().unique(true).sparse(true)));
            for (int step = 0; step < STEPS; step++) {
                change(plain, indexed, step);
                for (int i = 0; i < QUERIES_AFTER_EACH; i++) {
                    Document query = query();
                    assertThat(Client.all(indexed.find(query)))
                            .as("seed %s, step %s, query %s", SEED, step, query)
                            .isEqualTo(Client.all(plain.find(query)));
                }
            }
        }
    }

    private void change(MongoCollection<Document> plain, MongoCollection<Document> indexed, int step) {
        Document document = new Document("_id", step).append("a", value()).append("b", value());
        document.append("nested", random.nextBoolean() ? new Document("x", value()) : value());
        document.append("u", "u" + step);
        Document where = query();
        Document update = new Document("$set", new Document(random.nextBoolean() ? "a" : "b", value()));
        int kind = random.nextInt(6);
        for (MongoCollection<Document> collection : List.of(plain, indexed)) {
            switch (kind) {
                case 0 -> Client.one(collection.deleteOne(where));
                case 1 -> Client.one(collection.updateOne(where, update));
                case 2 -> Client.one(collection.updateMany(where, update));
                default -> Client.one(collection.insertOne(new Document(document)));
            }
        }
    }

    private Object value() {
        return switch (random.nextInt(10)) {
            case 0 -> random.nextInt(5);
            case 1 -> (long) random.nextInt(5);
            case 2 -> random.nextInt(5) + 0.5;
            case 3 -> "s" + random.nextInt(5);
            case 4 -> random.nextBoolean();
            case 5 -> Date.from(Instant.ofEpochSecond(random.nextInt(5)));
            case 6 -> Arrays.asList(random.nextInt(5), "s" + random.nextInt(5));
            case 7 -> new Document("x", random.nextInt(5));
            case 8 -> Arrays.asList((Object) null);
            default -> -0.0;
        };
    }

    private Object condition() {
        return switch (random.nextInt(8)) {
            case 0 -> new Document("$in", new ArrayList<>(List.of(value(), value(), value())));
            case 1 -> new Document("$gte", random.nextInt(5)).append("$lt", random.nextInt(6));
            case 2 -> new Document("$gt", "s1");
            case 3 -> new Document("$lte", Date.from(Instant.ofEpochSecond(3)));
            case 4 -> new Document("$eq", value());
            case 5 -> new Document("$ne", value());
            case 6 -> new Document("$exists", random.nextBoolean());
            default -> value();
        };
    }

    private Document query() {
        String field = List.of("a", "b", "nested.x", "nested", "_id").get(random.nextInt(5));
        Document one = new Document(field, condition());
        return switch (random.nextInt(7)) {
            case 0 -> new Document("$and", List.of(one, new Document("b", condition())));
            case 4 -> new Document("$and", List.of(one, new Document(field, condition())));
            case 5 -> between(random.nextInt(STEPS), random.nextInt(STEPS));
            case 1 -> new Document("$or", List.of(one, new Document("a", condition())));
            case 2 -> new Document("_id", random.nextInt(STEPS)).append("b", condition());
            case 3 -> new Document("u", "u" + random.nextInt(STEPS)).append("a", condition());
            default -> one;
        };
    }

    private static Document between(int from, int to) {
        return new Document(
                "$and",
                List.of(
                        new Document("_id", new Document("$gte", from)),
                        new Document("_id", new Document("$lt", to)),
                        new Document("_id", new Document("$ne", from + 1))));
    }
}
