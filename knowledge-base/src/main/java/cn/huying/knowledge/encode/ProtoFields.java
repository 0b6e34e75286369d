package cn.huying.knowledge.encode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The fields of a protobuf message one after another, where they stand: the little of the format that is needed to change a model. */
final class ProtoFields {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;
    private static final int KIND_BITS = 3;
    private static final int KIND = (1 << KIND_BITS) - 1;
    private static final int GROUP_BITS = 7;
    private static final int GROUP = (1 << GROUP_BITS) - 1;

    private final ByteBuffer message;
    private int number;
    private ByteBuffer content;

    ProtoFields(ByteBuffer message) {
        this.message = message.duplicate();
        this.content = message.slice(message.position(), 0);
    }

    /** Whether there was one more. */
    boolean next() {
        if (!message.hasRemaining()) {
            return false;
        }
        int tag = (int) varint();
        number = tag >>> KIND_BITS;
        int length =
                switch (tag & KIND) {
                    case VARINT -> lengthOfVarint();
                    case FIXED64 -> Long.BYTES;
                    case FIXED32 -> Integer.BYTES;
                    case LENGTH -> (int) varint();
                    default -> throw new IllegalArgumentException("not a protobuf message");
                };
        content = message.slice(message.position(), length);
        message.position(message.position() + length);
        return true;
    }

    int number() {
        return number;
    }

    /** Of the field as it stands in the message: what is put here is changed there. */
    ByteBuffer content() {
        return content.duplicate();
    }

    private int lengthOfVarint() {
        int length = 1;
        while (message.get(message.position() + length - 1) < 0) {
            length++;
        }
        return length;
    }

    private long varint() {
        long value = 0;
        int shift = 0;
        byte group;
        do {
            group = message.get();
            value |= (long) (group & GROUP) << shift;
            shift += GROUP_BITS;
        } while (group < 0);
        return value;
    }

    static void put(ByteArrayOutputStream out, int number, long value) {
        putVarint(out, (long) number << KIND_BITS | VARINT);
        putVarint(out, value);
    }

    static void put(ByteArrayOutputStream out, int number, byte[] content) {
        putVarint(out, (long) number << KIND_BITS | LENGTH);
        putVarint(out, content.length);
        out.writeBytes(content);
    }

    private static void putVarint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest > GROUP) {
            out.write((int) (rest & GROUP) | 1 << GROUP_BITS);
            rest >>>= GROUP_BITS;
        }
        out.write((int) rest);
    }
}
