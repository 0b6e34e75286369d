package cn.huying.api.embedded.journal;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * One change as it stands in the journal: what came of a command, not the command. A command such as "the first that is due" or "the
 * current date" gives another result when it is run again; "this document is now so" does not.
 *
 * @param kind what happened
 * @param namespace database and collection ({@code huying.inbox}); the database alone for {@link Kind#COMMAND}
 * @param document the whole document, the id of the removed one, or the command
 */
public record Entry(Kind kind, String namespace, Document document) {
    public enum Kind {
        /** The document with this {@code _id} now looks like this. */
        PUT('P'),
        /** The document with this {@code _id} is gone. */
        REMOVE('D'),
        /** A command on collections and indexes, run again as it came. */
        COMMAND('C'),
        /** Nothing follows in this snapshot; carries the number of documents. */
        END('E');

        private final byte code;

        Kind(char code) {
            this.code = (byte) code;
        }

        static Kind of(byte code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("unknown entry kind " + code);
        }
    }

    /** Appends the entry, or leaves the buffer as it was when the document cannot be encoded. */
    public static void encode(Kind kind, byte[] namespace, Document document, ByteBuf out) {
        int start = out.writerIndex();
        try {
            out.writeByte(kind.code).writeShort(namespace.length).writeBytes(namespace);
            int body = out.writerIndex();
            BsonEncoder.encodeDocument(document, out);
            if (out.writerIndex() - body > BsonConstants.MAX_BSON_OBJECT_SIZE) {
                throw new MongoServerError(17419, "the document would be larger than 16 MB");
            }
        } catch (RuntimeException e) {
            out.writerIndex(start);
            throw e;
        }
    }

    public static void encode(Kind kind, String namespace, Document document, ByteBuf out) {
        encode(kind, namespace.getBytes(StandardCharsets.UTF_8), document, out);
    }

    public static Entry decode(ByteBuf in) {
        Kind kind = Kind.of(in.readByte());
        String namespace = in.readString(in.readUnsignedShort(), StandardCharsets.UTF_8);
        return new Entry(kind, namespace, BsonDecoder.decodeBson(in));
    }
}
