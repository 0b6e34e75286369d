package cn.huying.api.embedded.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameReaderTest {
    private static final long SEED = 96_110;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    private static byte[] frame(long sequence, byte[] entries) {
        ByteBuf frame = Frame.open(Unpooled.buffer()).writeBytes(entries);
        Frame.seal(frame, sequence);
        return ByteBufUtil.getBytes(frame);
    }

    private byte[] noise(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private FrameReader reader(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return new FrameReader(Files.write(folder.resolve("file"), all.toByteArray()));
    }

    @Test
    void framesShouldBeReadAsTheyWereWritten() throws IOException {
        List<byte[]> written = new ArrayList<>();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        for (int i = 0; i < 50; i++) {
            written.add(noise(random.nextInt(3_000)));
            file.write(frame(i + 7L, written.getLast()));
        }
        try (FrameReader reader = reader(file.toByteArray())) {
            for (int i = 0; i < written.size(); i++) {
                assertThat(reader.advance()).isTrue();
                assertThat(reader.sequence()).isEqualTo(i + 7L);
                assertThat(ByteBufUtil.getBytes(reader.entries()))
                        .as("seed %s", SEED)
                        .isEqualTo(written.get(i));
            }
            assertThat(reader.advance()).isFalse();
            assertThat(reader.damage()).isEmpty();
            assertThat(reader.offset()).isEqualTo(reader.size());
        }
    }

    @Test
    void emptyFileShouldBeWhole() throws IOException {
        try (FrameReader reader = reader()) {
            assertThat(reader.advance()).isFalse();
            assertThat(reader.damage()).isEmpty();
        }
    }

    @Test
    void readerShouldStandBeforeTheDamagedFrame() throws IOException {
        byte[] first = frame(1, noise(100));
        byte[] damaged = frame(2, noise(100));
        damaged[60] ^= 1;
        try (FrameReader reader = reader(first, damaged)) {
            assertThat(reader.advance()).isTrue();
            assertThat(reader.advance()).isFalse();
            assertThat(reader.damage()).contains("校验和");
            assertThat(reader.offset()).isEqualTo(first.length);
            assertThat(reader.intactFrameBehind()).isFalse();
            assertThat(reader.advance()).isFalse();
        }
    }

    @Test
    void intactFrameBehindDamageShouldBeFoundWhereverItStands() throws IOException {
        byte[] damaged = frame(2, noise(100));
        Arrays.fill(damaged, 0, 30, (byte) 0);
        byte[] magicAlone = ByteBuffer.allocate(4).putInt(Frame.MAGIC).array();
        try (FrameReader reader = reader(damaged, noise(13), magicAlone, frame(3, noise(10)), noise(5))) {
            assertThat(reader.advance()).isFalse();
            assertThat(reader.damage()).contains("标记");
            assertThat(reader.intactFrameBehind()).isTrue();
            assertThat(reader.offset()).isZero();
        }
    }

    @Test
    void intactFrameFarBehindShouldBeFound() throws IOException {
        byte[] gap = new byte[(3 << 20) - 3];
        try (FrameReader reader = reader(gap, frame(3, noise(10)))) {
            assertThat(reader.advance()).isFalse();
            assertThat(reader.intactFrameBehind()).isTrue();
        }
    }

    @Test
    void lyingLengthShouldBeNamedAndNeverAllocated() throws IOException {
        for (int length : new int[] {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 101}) {
            byte[] lying = frame(1, noise(100));
            ByteBuffer.wrap(lying).putInt(4, length);
            try (FrameReader reader = reader(lying)) {
                assertThat(reader.advance()).isFalse();
                assertThat(reader.damage()).contains("长度 " + length);
            }
        }
    }

    @Test
    void everyBitOfAFrameShouldBeCovered() throws IOException {
        byte[] intact = frame(1, noise(24));
        for (int bit = 0; bit < intact.length * Byte.SIZE; bit++) {
            byte[] damaged = intact.clone();
            damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            try (FrameReader reader = reader(damaged)) {
                assertThat(reader.advance()).as("bit %s", bit).isFalse();
            }
        }
    }
}
