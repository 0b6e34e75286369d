package cn.huying.api.embedded.journal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads a file of frames from its beginning, and says where and why it had to stop. */
public final class FrameReader implements Closeable {
    private static final int SCAN_CHUNK = 1 << 20;

    private final FileChannel channel;
    private final long size;
    private long next;
    private long sequence;
    private ByteBuf entries = Unpooled.EMPTY_BUFFER;
    private String damage = "";

    public FrameReader(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    /** Reads the next frame; false at the end of the file and at damage (see {@link #damage}). */
    public boolean advance() throws IOException {
        return next < size && damage.isEmpty() && readFrame(next);
    }

    public long sequence() {
        return sequence;
    }

    public ByteBuf entries() {
        return entries;
    }

    /** Where the next frame begins; after damage the place of the damaged one. */
    public long offset() {
        return next;
    }

    public long size() {
        return size;
    }

    /** In Chinese, for the operator; empty when the file was read to its end. */
    public String damage() {
        return damage;
    }

    /** Whether an intact frame stands behind the damaged one, that is, whether the damaged one had been acknowledged. */
    public boolean intactFrameBehind() throws IOException {
        for (long at = next + 1; at + Frame.HEADER <= size; at++) {
            long found = findMagic(at);
            if (found < 0) {
                return false;
            }
            if (problemAt(found).isEmpty()) {
                return true;
            }
            at = found;
        }
        return false;
    }

    private boolean readFrame(long at) throws IOException {
        damage = problemAt(at);
        return damage.isEmpty();
    }

    private String problemAt(long at) throws IOException {
        if (size - at < Frame.HEADER) {
            return "记录头不完整（只有 " + (size - at) + " 字节）";
        }
        ByteBuffer header = read(at, Frame.HEADER);
        if (Frame.magic(header) != Frame.MAGIC) {
            return "记录头的标记不对";
        }
        int length = Frame.length(header);
        if (length < 0 || length > size - at - Frame.HEADER) {
            return "记录长度 " + length + " 超出文件末尾";
        }
        ByteBuffer frame = read(at, Frame.HEADER + length);
        if (Frame.checksum(frame) != Frame.storedChecksum(header)) {
            return "记录的校验和不符";
        }
        accept(at, header, frame);
        return "";
    }

    private void accept(long at, ByteBuffer header, ByteBuffer frame) {
        if (at != next) {
            return;
        }
        sequence = Frame.sequence(header);
        entries = Unpooled.wrappedBuffer(frame).skipBytes(Frame.HEADER);
        next = at + frame.capacity();
    }

    private ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
            // a short read is continued
        }
        return bytes.flip();
    }

    private long findMagic(long from) throws IOException {
        for (long at = from; at + Frame.HEADER <= size; at += SCAN_CHUNK) {
            int length = (int) Math.min(SCAN_CHUNK + Integer.BYTES, size - at);
            ByteBuffer chunk = read(at, length);
            for (int i = 0; i + Integer.BYTES <= length; i++) {
                if (chunk.getInt(i) == Frame.MAGIC) {
                    return at + i;
                }
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
