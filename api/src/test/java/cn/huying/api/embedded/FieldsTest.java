package cn.huying.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.embedded.journal.Bson;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is passed over must not change what is read. */
class FieldsTest {
    private static final long SEED = 20_261_122;
    private static final int ROUNDS = 500;

    private final Random random = new Random(SEED);

    private static Document everyType() {
        return new Document("_id", new ObjectId())
                .append("null", null)
                .append("真", true)
                .append("int", 7)
                .append("long", 1L << 40)
                .append("double", -0.5)
                .append("decimal", Decimal128.fromNumber(new BigDecimal("1.25")))
                .append("text", "呼应")
                .append("empty", "")
                .append("at", Instant.ofEpochSecond(1_700_000_000))
                .append("stamp", new BsonTimestamp(12_345L))
                .append("bytes", new BinData("密".getBytes(StandardCharsets.UTF_8)))
                .append("uuid", UUID.fromString("6f9619ff-8b86-d011-b42d-00c04fc964ff"))
                .append("old", new LegacyUUID(1, 2))
                .append("regex", new BsonRegularExpression("^a", "i"))
                .append("script", new BsonJavaScript("1"))
                .append("list", List.of(1, new Document("x", "y"), List.of()))
                .append("nested", new Document("a", new Document("b", 1)).append("c", "d"))
                .append("min", MinKey.getInstance())
                .append("max", MaxKey.getInstance());
    }

    @Test
    void namedFieldsShouldBeReadWhateverStandsBetweenThem() {
        Document document = everyType();
        byte[] bson = Bson.encode(document);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> names = new ArrayList<>(document.keySet());
            Collections.shuffle(names, random);
            names = names.subList(0, random.nextInt(names.size()));
            Document expected = new Document(document);
            expected.keySet().retainAll(names);

            assertThat(Bson.encode(Fields.of(names).of(bson)))
                    .as("seed %s, names %s", SEED, names)
                    .isEqualTo(Bson.encode(expected));
        }
        assertThat(Bson.encode(Fields.ALL.of(bson))).isEqualTo(bson);
    }

    @Test
    void queryShouldMatchWhatIsReadForItAsItMatchesTheWhole() {
        DefaultQueryMatcher matcher = new DefaultQueryMatcher();
        for (int round = 0; round < ROUNDS; round++) {
            Document document = document();
            Document query = query();
            Document read = Fields.comparedBy(query, null).of(Bson.encode(document));

            assertThat(matcher.matches(read, query))
                    .as("seed %s, round %s, %s in %s", SEED, round, query, document)
                    .isEqualTo(matcher.matches(document, query));
        }
    }

    private Document document() {
        return new Document("_id", random.nextInt(5))
                .append("noise", "…".repeat(random.nextInt(3)))
                .append("a", value())
                .append("b", value());
    }

    private Object value() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(3);
            case 1 -> "s" + random.nextInt(3);
            case 2 -> List.of(random.nextInt(3), new Document("x", random.nextInt(3)));
            default -> new Document("x", random.nextInt(3));
        };
    }

    private Document query() {
        Document one = new Document(List.of("a", "b", "a.x", "_id", "none").get(random.nextInt(5)), condition());
        return switch (random.nextInt(4)) {
            case 0 -> new Document("$or", List.of(one, new Document("b.x", condition())));
            case 1 -> new Document("$and", List.of(one, new Document("$nor", List.of(new Document("b", condition())))));
            case 2 -> one.append("$expr", new Document("$eq", List.of("$a", "$b")));
            default -> one;
        };
    }

    private Object condition() {
        return switch (random.nextInt(4)) {
            case 0 -> new Document("$gte", random.nextInt(3));
            case 1 -> new Document("$exists", random.nextBoolean());
            case 2 -> new Document("$ne", value());
            default -> value();
        };
    }

    @Test
    void sortingShouldReadWhatItSortsBy() {
        byte[] bson = Bson.encode(document());

        assertThat(Fields.comparedBy(new Document("a", 1), new Document("b.x", -1))
                        .of(bson)
                        .keySet())
                .containsExactly("a", "b");
    }

    @Test
    void projectionShouldReadWhatItShowsAndEverythingWhenItLeavesOut() {
        byte[] bson = Bson.encode(document());

        assertThat(Fields.shownBy(new Document("a.x", 1)).of(bson).keySet()).containsExactly("_id", "a");
        assertThat(Fields.shownBy(new Document("a", 1).append("_id", 0))
                        .of(bson)
                        .keySet())
                .containsExactly("_id", "a");
        assertThat(Fields.shownBy(new Document("_id", 1)).of(bson).keySet()).containsExactly("_id");
        assertThat(Fields.shownBy(new Document("_id", 0)).of(bson)).hasSize(4);
        assertThat(Fields.shownBy(new Document("a", 0)).of(bson)).hasSize(4);
        assertThat(Fields.shownBy(new Document("a", new Document("$slice", 1))).of(bson))
                .hasSize(4);
        assertThat(Fields.shownBy(null).of(bson)).hasSize(4);
    }
}
