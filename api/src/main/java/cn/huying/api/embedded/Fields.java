package cn.huying.api.embedded;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields at the top of a document somebody needs; decodes these and passes over the others. A query that reads a whole collection
 * makes nothing of what it does not ask for.
 */
final class Fields {
    /** Everything there is. */
    static final Fields ALL = new Fields(Set.of(), true);

    private static final String ID = "_id";
    private static final Set<String> JOINING = Set.of("$and", "$or", "$nor");

    private final boolean all;
    private final byte[][] names;

    private Fields(Set<String> names, boolean all) {
        this.all = all;
        this.names = names.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** Those at the beginning of these paths. */
    static Fields of(Collection<String> paths) {
        Set<String> names = new LinkedHashSet<>();
        paths.forEach(path -> names.add(top(path)));
        return new Fields(names, false);
    }

    /** What a query compares and sorts by. */
    static Fields comparedBy(Document query, @Nullable Document orderBy) {
        Set<String> names = new LinkedHashSet<>();
        boolean known = collect(query, names);
        if (orderBy != null) {
            orderBy.keySet().forEach(path -> names.add(top(path)));
        }
        return known ? new Fields(names, false) : ALL;
    }

    /** What a projection shows; everything when it only says what to leave out, or picks from within lists. */
    static Fields shownBy(@Nullable Document projection) {
        if (projection == null || projection.isEmpty()) {
            return ALL;
        }
        Set<String> names = new LinkedHashSet<>(Set.of(ID));
        for (String path : projection.keySet()) {
            Object how = projection.get(path);
            if (how instanceof Document || (!Utils.isTrue(how) && !path.equals(ID))) {
                return ALL;
            }
            names.add(top(path));
        }
        return names.size() == 1 && !Utils.isTrue(projection.getOrDefault(ID, true)) ? ALL : new Fields(names, false);
    }

    private static boolean collect(Document query, Set<String> names) {
        for (String key : query.keySet()) {
            if (!key.startsWith("$")) {
                names.add(top(key));
            } else if (!JOINING.contains(key) || !(query.get(key) instanceof Collection<?> parts)) {
                return false;
            } else {
                for (Object part : parts) {
                    if (!(part instanceof Document document) || !collect(document, names)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static String top(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    Document of(byte[] bson) {
        ByteBuf in = Unpooled.wrappedBuffer(bson);
        if (all) {
            return BsonDecoder.decodeBson(in);
        }
        Document document = new Document();
        int missing = names.length;
        int at = Integer.BYTES;
        while (missing > 0 && bson[at] != BsonConstants.TERMINATING_BYTE) {
            byte type = bson[at];
            int name = at + 1;
            int value = end(bson, name) + 1;
            if (isWanted(bson, name, value - 1)) {
                in.readerIndex(value);
                document.put(
                        new String(bson, name, value - 1 - name, StandardCharsets.UTF_8),
                        BsonDecoder.decodeValue(type, in));
                at = in.readerIndex();
                missing--;
            } else {
                at = value + length(type, bson, value);
            }
        }
        return document;
    }

    private boolean isWanted(byte[] bson, int from, int to) {
        for (byte[] name : names) {
            if (Arrays.equals(name, 0, name.length, bson, from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Where the text that begins here ends. */
    private static int end(byte[] bson, int from) {
        int at = from;
        while (bson[at] != BsonConstants.STRING_TERMINATION) {
            at++;
        }
        return at;
    }

    private static int length(byte type, byte[] bson, int at) {
        return switch (type) {
            case BsonConstants.TYPE_UNDEFINED,
                    BsonConstants.TYPE_NULL,
                    BsonConstants.TYPE_MAX_KEY,
                    BsonConstants.TYPE_MIN_KEY -> 0;
            case BsonConstants.TYPE_BOOLEAN -> 1;
            case BsonConstants.TYPE_INT32 -> Integer.BYTES;
            case BsonConstants.TYPE_DOUBLE,
                    BsonConstants.TYPE_UTC_DATETIME,
                    BsonConstants.TYPE_TIMESTAMP,
                    BsonConstants.TYPE_INT64 -> Long.BYTES;
            case BsonConstants.TYPE_OBJECT_ID -> BsonConstants.LENGTH_OBJECTID;
            case BsonConstants.TYPE_DECIMAL128 -> 2 * Long.BYTES;
            case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE ->
                Integer.BYTES + lengthAt(bson, at);
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY -> lengthAt(bson, at);
            case BsonConstants.TYPE_DATA -> Integer.BYTES + 1 + lengthAt(bson, at);
            case BsonConstants.TYPE_REGEX -> end(bson, end(bson, at) + 1) + 1 - at;
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }

    private static int lengthAt(byte[] bson, int at) {
        return (bson[at] & 0xff)
                | (bson[at + 1] & 0xff) << 8
                | (bson[at + 2] & 0xff) << 16
                | (bson[at + 3] & 0xff) << 24;
    }
}
