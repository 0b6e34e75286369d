package cn.huying.api.spool;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** The form of a spool's file: records of {@code magic | length | CRC32C of length and body | body}, one behind the other. */
final class SpoolRecord {
    static final int HEADER = 12;
    private static final int MAGIC = 0x4859_5350;

    private SpoolRecord() {}

    static ByteBuffer of(byte[] body) {
        return ByteBuffer.allocate(HEADER + body.length)
                .putInt(MAGIC)
                .putInt(body.length)
                .putInt(checksum(body.length, body))
                .put(body)
                .flip();
    }

    private static int checksum(int length, byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).flip());
        crc.update(body);
        return (int) crc.getValue();
    }

    /**
     * What a file holds. Bytes that are no record are stepped over: at the end they are a write that a crash cut short and nobody was told of,
     * anywhere else they are damage.
     *
     * @param damaged bytes stepped over that have a record behind them
     */
    record Contents(List<byte[]> bodies, int damaged) {
        static Contents of(byte[] file) {
            ByteBuffer bytes = ByteBuffer.wrap(file);
            List<byte[]> bodies = new ArrayList<>();
            int damaged = 0;
            int end = 0;
            for (int at = 0; at + HEADER <= file.length; ) {
                if (!isRecord(bytes, at)) {
                    at++;
                    continue;
                }
                damaged += at - end;
                bodies.add(body(bytes, at));
                at += HEADER + bytes.getInt(at + Integer.BYTES);
                end = at;
            }
            return new Contents(List.copyOf(bodies), damaged);
        }

        private static boolean isRecord(ByteBuffer bytes, int at) {
            if (bytes.getInt(at) != MAGIC) {
                return false;
            }
            int length = bytes.getInt(at + Integer.BYTES);
            return length >= 0
                    && length <= bytes.capacity() - at - HEADER
                    && checksum(length, body(bytes, at)) == bytes.getInt(at + 2 * Integer.BYTES);
        }

        private static byte[] body(ByteBuffer bytes, int at) {
            byte[] body = new byte[bytes.getInt(at + Integer.BYTES)];
            bytes.get(at + HEADER, body);
            return body;
        }
    }
}
