package cn.huying.api.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.embedded.JournaledMongo;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Sender;
import cn.huying.bot.message.TestClock;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Nothing a resident wrote, and no address, lies readable in a document or on the disk, in whatever shape. */
class SealedAtRestTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Sender SENDER = Messages.sender(77_000);
    /** Stored plain, to prove that the search finds what is there. */
    private static final String CONTROL = "白鹭控制样本八三一";

    @TempDir
    Path folder;

    @Test
    void searchShouldFindAWordInEveryDisguise() {
        for (Map.Entry<String, byte[]> shape : Disguises.of(CONTROL).entrySet()) {
            assertThat(hits(CONTROL, shape.getValue())).as(shape.getKey()).contains(shape.getKey());
        }
        assertThat(hits(CONTROL, Base64.getEncoder().encode(("xy" + CONTROL + "z").getBytes(StandardCharsets.UTF_8))))
                .isNotEmpty();
        assertThat(hits(CONTROL, "白鹭控制".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void documentsShouldHoldNoSecret() {
        try (ContractMongo mongo = ContractMongo.open(SealedAtRestTest.class)) {
            fill(mongo.database());

            List<RawBsonDocument> documents = new ArrayList<>();
            for (String name : names(mongo.database())) {
                documents.addAll(raw(mongo.database(), name));
            }
            assertThat(documents).hasSizeGreaterThan(15);
            assertThat(documents)
                    .noneMatch(
                            document -> !hits(Secrets.SECRET, bytes(document)).isEmpty());
            assertThat(documents)
                    .anyMatch(document -> !hits(CONTROL, bytes(document)).isEmpty());
        }
    }

    @Test
    void openidShouldBeNowhereButInIds() {
        try (ContractMongo mongo = ContractMongo.open(SealedAtRestTest.class)) {
            fill(mongo.database());

            Set<String> paths = new TreeSet<>();
            for (String name : names(mongo.database())) {
                raw(mongo.database(), name).forEach(document -> paths(name, document, paths));
            }
            assertThat(paths)
                    .isSubsetOf(
                            "channel_users._id",
                            "conversations._id",
                            "conversations.claim.inbox",
                            "conversations.last.inbox",
                            "inbox._id",
                            "inbox.sender",
                            "quotas._id")
                    .contains("inbox._id", "conversations._id", "channel_users._id");
        }
    }

    @Test
    void filesShouldHoldNoSecretWhileServingAndAfterwards() throws IOException {
        Path data = folder.resolve("mongo");
        try (JournaledMongo store = JournaledMongo.open(data, JournaledMongo.Options.onPort(0), Clock.systemUTC());
                MongoClient client = Mongo.connect(store.uri().toString())) {
            fill(client.getDatabase("huying"));
            assertNoSecretIn(data);
        }
        assertNoSecretIn(data);
    }

    private static void assertNoSecretIn(Path data) throws IOException {
        byte[] everything = everything(data);
        assertThat(hits(CONTROL, everything)).as("the search itself").contains("UTF-8");
        assertThat(hits(Secrets.SECRET, everything)).isEmpty();
        assertThat(hits("2单元501", everything)).isEmpty();
    }

    private static byte[] everything(Path data) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.walk(data)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    all.write(Files.readAllBytes(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return all.toByteArray();
    }

    private static void fill(MongoDatabase database) {
        new Secrets(MongoStores.of(database, new TestClock(Messages.NOON)), SENDER).writeEverywhere();
        Mono.from(database.getCollection("control", BsonDocument.class)
                        .insertOne(new BsonDocument("word", new BsonString(CONTROL))))
                .block(WAIT);
    }

    private static List<String> hits(String word, byte[] where) {
        return Disguises.of(word).entrySet().stream()
                .filter(shape -> Disguises.contains(where, shape.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> names(MongoDatabase database) {
        return Objects.requireNonNull(
                Flux.from(database.listCollectionNames()).collectList().block(WAIT));
    }

    private static List<RawBsonDocument> raw(MongoDatabase database, String name) {
        return Objects.requireNonNull(
                Flux.from(database.getCollection(name, BsonDocument.class).find())
                        .map(document -> new RawBsonDocument(document, new BsonDocumentCodec()))
                        .collectList()
                        .block(WAIT));
    }

    private static byte[] bytes(RawBsonDocument document) {
        byte[] bytes = new byte[document.getByteBuffer().remaining()];
        document.getByteBuffer().get(bytes);
        return bytes;
    }

    /** Where in a document the openid is readable. */
    private static void paths(String path, BsonValue value, Set<String> found) {
        if (value.isDocument()) {
            value.asDocument().forEach((name, inner) -> paths(path + "." + name, inner, found));
        } else if (value.isArray()) {
            value.asArray().forEach(inner -> paths(path, inner, found));
        } else if (value.isString()
                        && value.asString().getValue().contains(SENDER.openId().value())
                || value.isBinary()
                        && !hits(SENDER.openId().value(), value.asBinary().getData())
                                .isEmpty()) {
            found.add(path);
        }
    }
}
