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
final class Documents {
    private Documents() {}

    static BsonString string(String value) {
        return new BsonString(value);
    }

    static BsonString name(Enum<?> value) {
        return new BsonString(value.name());
    }

    static BsonInt32 number(int value) {
        return new BsonInt32(value);
    }

    static BsonDateTime time(Instant value) {
        return new BsonDateTime(value.toEpochMilli());
    }

    static <T> BsonArray array(List<T> values, Function<T, ? extends BsonValue> write) {
        return new BsonArray(values.stream().<BsonValue>map(write).toList());
    }

    static BsonDocument texts(Map<String, String> texts) {
        BsonDocument document = new BsonDocument();
        texts.forEach((name, text) -> document.append(name, string(text)));
        return document;
    }

    static BsonDocument appendIf(BsonDocument document, String name, Optional<? extends BsonValue> value) {
        value.ifPresent(present -> document.append(name, present));
        return document;
    }

    static String text(BsonDocument document, String name) {
        return document.getString(name).getValue();
    }

    static <E extends Enum<E>> E oneOf(Class<E> type, BsonDocument document, String name) {
        return Enum.valueOf(type, text(document, name));
    }

    static int integer(BsonDocument document, String name) {
        return document.getNumber(name).intValue();
    }

    static Instant time(BsonDocument document, String name) {
        return Instant.ofEpochMilli(document.getDateTime(name).getValue());
    }

    static Optional<Instant> optionalTime(BsonDocument document, String name) {
        return document.containsKey(name) ? Optional.of(time(document, name)) : Optional.empty();
    }

    static Optional<BsonDocument> optional(BsonDocument document, String name) {
        return document.containsKey(name) ? Optional.of(document.getDocument(name)) : Optional.empty();
    }

    static <T> List<T> list(BsonDocument document, String name, Function<BsonDocument, T> read) {
        return document.getArray(name).stream()
                .map(value -> read.apply(value.asDocument()))
                .toList();
    }

    static Map<String, String> texts(BsonDocument document, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        document.getDocument(name)
                .forEach((key, value) -> texts.put(key, value.asString().getValue()));
        return texts;
    }
}
