package cn.huying.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.BsonRegularExpression;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Code;
import org.bson.types.Decimal128;
import org.bson.types.MaxKey;
import org.bson.types.MinKey;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of value, through journal and snapshot and back. */
class DocumentTypesTest {
    @TempDir
    Path folder;

    private static Document everyType() {
        return new Document("_id", "类型")
                .append("int", 7)
                .append("long", Long.MAX_VALUE)
                .append("double", -0.1)
                .append("decimal", new Decimal128(new BigDecimal("12345.6789")))
                .append("text", "𠮷😀\u0000呼应")
                .append("yes", true)
                .append("at", Date.from(Instant.ofEpochMilli(-1)))
                .append("none", null)
                .append("oid", new ObjectId("0123456789abcdef01234567"))
                .append("bytes", new Binary(new byte[] {0, -1, 127}))
                .append("uuid", new Binary((byte) 4, uuid()))
                .append("pattern", new BsonRegularExpression("^呼", "i"))
                .append("timestamp", new BsonTimestamp(12, 34))
                .append("code", new Code("1"))
                .append("min", new MinKey())
                .append("max", new MaxKey())
                .append("list", Arrays.asList(1, "二", null, List.of(), new Document()))
                .append("nested", new Document("a", new Document("b", List.of(new Document("c", 1)))));
    }

    private static byte[] uuid() {
        UUID uuid = new UUID(1, 2);
        return java.nio.ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    private static Document stored(Path folder) {
        try (JournaledMongo store = Copies.open(folder);
                Client client = Client.of(store)) {
            return Client.one(client.collection("types").find(Filters.eq("_id", "类型")));
        }
    }

    @Test
    void everyTypeShouldComeBackAsItWas() throws IOException {
        Path store = folder.resolve("store");
        Path crashed;
        try (JournaledMongo mongo = Copies.open(store);
                Client client = Client.of(mongo)) {
            MongoCollection<Document> types = client.collection("types");
            Client.one(types.insertOne(everyType()));
            crashed = Copies.of(store, folder.resolve("crashed"));
        }

        assertThat(stored(crashed)).isEqualTo(everyType());
        assertThat(stored(crashed)).isEqualTo(everyType());
        assertThat(stored(store)).isEqualTo(everyType());
    }

    @Test
    void changedFieldShouldLeaveTheOthersAsTheyWere() throws IOException {
        Path store = folder.resolve("store");
        Path crashed;
        try (JournaledMongo mongo = Copies.open(store);
                Client client = Client.of(mongo)) {
            MongoCollection<Document> types = client.collection("types");
            Client.one(types.insertOne(everyType()));
            Client.one(types.updateOne(Filters.eq("_id", "类型"), Updates.inc("int", 1)));
            crashed = Copies.of(store, folder.resolve("crashed"));
        }

        assertThat(stored(crashed)).isEqualTo(everyType().append("int", 8));
    }
}
