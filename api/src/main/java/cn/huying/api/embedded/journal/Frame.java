package cn.huying.api.embedded.journal;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The record of journal and snapshot: {@code magic | length | sequence | CRC32C | entries}. The checksum covers length, sequence and
 * entries. One record is what was forced at once, so a damaged record with an intact one behind it had been acknowledged, while a
 * damaged last record can only be a write that the crash cut short.
 */
public final class Frame {
    static final int MAGIC = 0x4859_4A31;
    static final int HEADER = 20;
    private static final int LENGTH_AT = 4;
    private static final int CHECKSUM_AT = 16;

    private Frame() {}

    /** Reserves the header; entries are appended behind it. */
    public static ByteBuf open(ByteBuf buffer) {
        return buffer.writeZero(HEADER);
    }

    /** Fills in the header of a buffer made by {@link #open}. */
    public static void seal(ByteBuf frame, long sequence) {
        int length = frame.writerIndex() - HEADER;
        frame.setInt(0, MAGIC).setInt(LENGTH_AT, length).setLong(LENGTH_AT + Integer.BYTES, sequence);
        frame.setInt(CHECKSUM_AT, checksum(frame.nioBuffer(0, HEADER + length)));
    }

    /** The checksum over a whole frame, header included. */
    static int checksum(ByteBuffer frame) {
        CRC32C crc = new CRC32C();
        crc.update(frame.slice(LENGTH_AT, CHECKSUM_AT - LENGTH_AT));
        crc.update(frame.slice(HEADER, frame.remaining() - HEADER));
        return (int) crc.getValue();
    }

    static int magic(ByteBuffer header) {
        return header.getInt(0);
    }

    static int length(ByteBuffer header) {
        return header.getInt(LENGTH_AT);
    }

    static long sequence(ByteBuffer header) {
        return header.getLong(LENGTH_AT + Integer.BYTES);
    }

    static int storedChecksum(ByteBuffer header) {
        return header.getInt(CHECKSUM_AT);
    }
}
