package cn.huying.api.embedded.index;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.lang.Contract;

/** The values an index can look up; every other kind of value is left to the query itself. */
final class Scalars {
    private Scalars() {}

    @Contract("null -> false")
    static boolean isScalar(@Nullable Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof ObjectId
                || value instanceof BinData
                || value instanceof UUID
                || value instanceof Boolean
                || value instanceof Instant;
    }

    /** The form in which the server keeps a scalar in its indexes: numbers that are equal are one key. */
    static Object key(Object scalar) {
        if (scalar instanceof Long value && value != (long) value.doubleValue()) {
            return value;
        }
        // Adding zero makes the negative zero positive.
        return scalar instanceof Number number ? (Object) (number.doubleValue() + 0.0) : scalar;
    }
}
