package cn.huying.api.mongo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Values in and out of documents. What is absent in a document is the empty Optional. */
public final class Documents {
    private Documents() {}

    public static BsonString string(String value) {
        return new BsonString(value);
    }

    public static BsonString name(Enum<?> value) {
        return new BsonString(value.name());
    }

    public static BsonInt32 number(int value) {
        return new BsonInt32(value);
    }

    public static BsonDateTime time(Instant value) {
        return new BsonDateTime(value.toEpochMilli());
    }

    public static <T> BsonArray array(List<T> values, Function<T, ? extends BsonValue> write) {
        return new BsonArray(values.stream().<BsonValue>map(write).toList());
    }

    public static BsonDocument texts(Map<String, String> texts) {
        BsonDocument document = new BsonDocument();
        texts.forEach((name, text) -> document.append(name, string(text)));
        return document;
    }

    public static BsonDocument appendIf(BsonDocument document, String name, Optional<? extends BsonValue> value) {
        value.ifPresent(present -> document.append(name, present));
        return document;
    }

    public static String text(BsonDocument document, String name) {
        return document.getString(name).getValue();
    }

    public static <E extends Enum<E>> E oneOf(Class<E> type, BsonDocument document, String name) {
        return Enum.valueOf(type, text(document, name));
    }

    public static int integer(BsonDocument document, String name) {
        return document.getNumber(name).intValue();
    }

    public static Instant time(BsonDocument document, String name) {
        return Instant.ofEpochMilli(document.getDateTime(name).getValue());
    }

    public static Optional<Instant> optionalTime(BsonDocument document, String name) {
        return document.containsKey(name) ? Optional.of(time(document, name)) : Optional.empty();
    }

    public static Optional<BsonDocument> optional(BsonDocument document, String name) {
        return document.containsKey(name) ? Optional.of(document.getDocument(name)) : Optional.empty();
    }

    public static <T> List<T> list(BsonDocument document, String name, Function<BsonDocument, T> read) {
        return document.getArray(name).stream()
                .map(value -> read.apply(value.asDocument()))
                .toList();
    }

    public static Map<String, String> texts(BsonDocument document, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        document.getDocument(name)
                .forEach((key, value) -> texts.put(key, value.asString().getValue()));
        return texts;
    }
}
