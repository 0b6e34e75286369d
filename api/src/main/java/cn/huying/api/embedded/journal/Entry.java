package cn.huying.api.embedded.journal;

import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * One change as it stands in the journal: what came of a command, not the command. A command such as "the first that is due" or "the
 * current date" gives another result when it is run again; "this document is now so" does not.
 */
public final class Entry {
    private final Kind kind;
    private final String namespace;
    private final byte[] bson;

    private Entry(Kind kind, String namespace, byte[] bson) {
        this.kind = kind;
        this.namespace = namespace;
        this.bson = bson;
    }

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

    /** What happened. */
    public Kind kind() {
        return kind;
    }

    /** Database and collection ({@code huying.inbox}); the database alone for {@link Kind#COMMAND}. */
    public String namespace() {
        return namespace;
    }

    /** The whole document, the id of the removed one, or the command; encoded. */
    public byte[] bson() {
        return bson;
    }

    /** As {@link #bson}, decoded. */
    public Document document() {
        return Bson.decode(bson);
    }

    /** Appends an entry. */
    public static void encode(Kind kind, byte[] namespace, byte[] bson, ByteBuf out) {
        out.writeByte(kind.code)
                .writeShort(namespace.length)
                .writeBytes(namespace)
                .writeBytes(bson);
    }

    public static void encode(Kind kind, String namespace, Document document, ByteBuf out) {
        encode(kind, namespace.getBytes(StandardCharsets.UTF_8), Bson.encode(document), out);
    }

    public static Entry decode(ByteBuf in) {
        Kind kind = Kind.of(in.readByte());
        String namespace = in.readString(in.readUnsignedShort(), StandardCharsets.UTF_8);
        byte[] bson = new byte[in.getIntLE(in.readerIndex())];
        in.readBytes(bson);
        return new Entry(kind, namespace, bson);
    }
}
