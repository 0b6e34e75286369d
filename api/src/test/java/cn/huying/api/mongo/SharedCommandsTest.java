package cn.huying.api.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.mongo.SharedCommands.Change;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

/** Callers who share a command must each hear of their own document. */
class SharedCommandsTest {
    private static final Duration WAIT = Duration.ofSeconds(20);

    @RegisterExtension
    private static final ContractMongo mongo =
            ContractMongo.open(SharedCommandsTest.class).emptying("shared");

    private final MongoCollection<BsonDocument> all = mongo.database().getCollection("shared", BsonDocument.class);

    private static BsonDocument document(String id, int held) {
        return new BsonDocument("_id", new BsonString(id)).append("held", new BsonInt32(held));
    }

    private static <T> T after(Mono<T> asked) {
        return Objects.requireNonNull(asked.block(WAIT));
    }

    private List<Boolean> inserted(BsonDocument... documents) {
        Function<BsonDocument, Mono<Boolean>> outcome = after(SharedCommands.insert(all, List.of(documents)));
        return Stream.of(documents).map(outcome).map(SharedCommandsTest::after).toList();
    }

    private List<Boolean> taken(String... ids) {
        List<Change> changes = Stream.of(ids)
                .map(id -> new Change(
                        id,
                        Filters.and(Filters.eq("_id", id), Filters.eq("held", 0)),
                        Updates.set("held", 1),
                        now -> now.getInt32("held").getValue() == 1 && !id.startsWith("taken")))
                .toList();
        Function<Change, Mono<Boolean>> outcome = after(SharedCommands.change(all, changes));
        return changes.stream().map(outcome).map(SharedCommandsTest::after).toList();
    }

    @Test
    void eachShouldHearWhetherItsOwnDocumentWentIn() {
        inserted(document("b", 0));

        assertThat(inserted(document("a", 0), document("b", 5), document("c", 0)))
                .containsExactly(true, false, true);
        assertThat(after(SharedCommands.find(all, List.of("b")))
                        .apply("b")
                        .map(found -> found.getInt32("held").getValue())
                        .block(WAIT))
                .as("who was there first stays")
                .isZero();
    }

    @Test
    void theSameIdTwiceInOneCommandShouldGoInOnce() {
        assertThat(inserted(document("a", 0), document("a", 1))).containsExactly(true, false);
    }

    @Test
    void eachShouldFindItsOwnDocumentOrNone() {
        inserted(document("a", 1), document("b", 2));

        Function<String, Mono<BsonDocument>> found = after(SharedCommands.find(all, List.of("a", "b", "x")));

        assertThat(after(found.apply("b")).getInt32("held").getValue()).isEqualTo(2);
        assertThat(found.apply("x").blockOptional(WAIT)).isEmpty();
    }

    @Test
    void eachShouldHearWhetherItsOwnChangeWasMade() {
        inserted(document("a", 0), document("taken", 1), document("c", 0));

        assertThat(taken("a", "c")).containsExactly(true, true);
        assertThat(taken("taken")).as("the only one, and too late").containsExactly(false);
        inserted(document("d", 0));
        assertThat(taken("d", "taken", "nowhere")).containsExactly(true, false, false);
    }
}
