package cn.huying.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Commands as they come, those that fail and those whose outcome depends on order included: what was is what comes back. */
class RandomWritesTest {
    private static final int COMMANDS = 300;
    private static final long SEED = 20_261_121;
    private static final long OFTEN = 20_000;
    private static final List<String> STATES = List.of("NEW", "SIGNED", "DONE");

    @TempDir
    Path folder;

    private Random random = new Random(SEED);

    @RepeatedTest(4)
    void whatWasWrittenShouldComeBackAfterEveryCrash(RepetitionInfo repetition) throws IOException {
        long seed = SEED + repetition.getCurrentRepetition();
        random = new Random(seed);
        Path store = folder.resolve("store-0");
        for (int crash = 1; crash <= 3; crash++) {
            Path next = folder.resolve("store-" + crash);
            Map<String, List<Document>> written = writeAndCrash(store, next);
            assertSame(contentOf(next), written, "seed " + seed + ", crash " + crash);
            store = next;
        }
    }

    private static void assertSame(
            Map<String, List<Document>> found, Map<String, List<Document>> written, String when) {
        assertThat(found.keySet()).as(when).isEqualTo(written.keySet());
        written.forEach((name, documents) ->
                assertThat(found.get(name)).as("%s, %s", when, name).containsExactlyElementsOf(documents));
    }

    private Map<String, List<Document>> writeAndCrash(Path store, Path crashed) throws IOException {
        JournaledMongo.Options options = JournaledMongo.Options.onPort(0).snapshotAfter(OFTEN);
        try (JournaledMongo mongo = JournaledMongo.open(store, options, Copies.CLOCK);
                Client client = Client.of(mongo)) {
            for (int i = 0; i < COMMANDS; i++) {
                attempt(client, command());
            }
            Map<String, List<Document>> written = client.everything();
            // A snapshot still being written would have its unfinished file renamed between listing and copying.
            mongo.figures();
            Copies.of(store, crashed);
            return written;
        }
    }

    private static void attempt(Client client, Document command) {
        try {
            client.run(command);
        } catch (MongoException e) {
            assertThat(e.getCode()).as(e.getMessage()).isPositive();
        }
    }

    private static Map<String, List<Document>> contentOf(Path folder) {
        try (JournaledMongo store = Copies.open(folder);
                Client client = Client.of(store)) {
            return client.everything();
        }
    }

    private Document command() {
        String name = "c" + random.nextInt(3);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> insert(name);
            case 3, 4 -> update(name, random.nextBoolean(), false);
            case 5 -> update(name, false, true);
            case 6, 7 -> claim(name);
            case 8 -> delete(name);
            case 9 ->
                new Document("findAndModify", name).append("query", where()).append("remove", true);
            case 10 -> createIndex(name);
            default -> rarely(name);
        };
    }

    private Document insert(String name) {
        List<Document> documents = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            documents.add(document().append("_id", random.nextInt(200)));
        }
        return new Document("insert", name).append("documents", documents).append("ordered", random.nextBoolean());
    }

    private Document document() {
        Document document = new Document("state", STATES.get(random.nextInt(STATES.size())))
                .append("n", random.nextInt(50))
                .append("tags", List.of("a" + random.nextInt(5), "b" + random.nextInt(5)));
        return random.nextBoolean() ? document.append("number", "HY" + random.nextInt(300)) : document;
    }

    private Document where() {
        return switch (random.nextInt(4)) {
            case 0 -> new Document("_id", random.nextInt(200));
            case 1 -> new Document("state", STATES.get(random.nextInt(STATES.size())));
            case 2 -> new Document("n", new Document("$gte", random.nextInt(50)));
            default -> new Document("tags", "a" + random.nextInt(5));
        };
    }

    private Document change() {
        return switch (random.nextInt(6)) {
            case 0 -> new Document("$set", new Document("state", STATES.get(random.nextInt(STATES.size()))));
            case 1 -> new Document("$inc", new Document("n", random.nextInt(5)));
            case 2 -> new Document("$push", new Document("tags", "p" + random.nextInt(9)));
            case 3 -> new Document("$currentDate", new Document("at", true));
            case 4 -> new Document("$unset", new Document("number", ""));
            default -> new Document("$set", new Document("number", "HY" + random.nextInt(300)));
        };
    }

    private Document update(String name, boolean multi, boolean upsert) {
        Document update = new Document("q", where())
                .append("u", change())
                .append("multi", multi)
                .append("upsert", upsert);
        return new Document("update", name).append("updates", List.of(update));
    }

    /** The first that is due, in whatever order the collection has it. */
    private Document claim(String name) {
        Document claim =
                new Document("findAndModify", name).append("query", where()).append("update", change());
        return random.nextBoolean() ? claim : claim.append("upsert", true);
    }

    private Document delete(String name) {
        Document delete = new Document("q", where()).append("limit", random.nextInt(2));
        return new Document("delete", name).append("deletes", List.of(delete));
    }

    private Document createIndex(String name) {
        Document index = random.nextBoolean()
                ? new Document("key", new Document("number", 1))
                        .append("name", "number")
                        .append("unique", true)
                        .append("sparse", true)
                : new Document("key", new Document("state", 1).append("n", 1)).append("name", "state");
        return new Document("createIndexes", name).append("indexes", List.of(index));
    }

    private Document rarely(String name) {
        return switch (random.nextInt(6)) {
            case 0 -> new Document("drop", name);
            case 1 -> new Document("dropIndexes", name).append("index", random.nextBoolean() ? "number" : "state");
            default -> insert(name);
        };
    }
}
