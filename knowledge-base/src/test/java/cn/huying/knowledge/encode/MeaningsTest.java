package cn.huying.knowledge.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class MeaningsTest {
    @TempDir
    Path folder;

    private final Letters letters = new Letters();

    @Test
    void nothingShouldHaveAMeaningBeforeTheStart() {
        Meanings meanings = beside();
        List<byte[]> learned = new ArrayList<>();
        meanings.learn(List.of("甲"), learned::addAll);

        assertThat(meanings.ready()).isFalse();
        assertThat(meanings.of("甲")).isEmpty();
        assertThat(learned).isEmpty();
    }

    @Test
    void whatWasAskedForBeforeTheStartShouldBeLearnedBesideIt() throws InterruptedException {
        Meanings meanings = beside();
        List<byte[]> learned = learn(meanings, "甲", "乙");
        started(meanings);

        assertThat(learned).hasSize(2);
        assertThat(meanings.of("丙")).isPresent();
    }

    @Test
    void aSecondStartShouldEncodeNothing() throws InterruptedException {
        Meanings first = beside();
        List<byte[]> before = learn(first, "甲", "乙");
        started(first);
        letters.encoded.clear();

        Meanings second = beside();
        List<byte[]> after = learn(second, "甲", "乙");
        started(second);

        assertThat(letters.encoded).isEmpty();
        assertThat(after).containsExactlyElementsOf(before);
    }

    @Test
    void shippedVectorsShouldSpareTheFirstStart() throws InterruptedException, IOException {
        VectorFile shipped = VectorFile.empty();
        shipped.put("甲", new byte[Encoder.DIMENSIONS]);
        shipped.write(folder.resolve("shipped.bin"));
        Meanings meanings =
                Meanings.beside(() -> letters, folder.resolve("own.bin"), Optional.of(folder.resolve("shipped.bin")));
        learn(meanings, "甲", "乙");
        started(meanings);

        assertThat(letters.encoded).containsExactly("乙");
        assertThat(VectorFile.read(folder.resolve("own.bin")).size()).isEqualTo(2);
    }

    @Test
    void newContentShouldBeLearnedAtOnceAndOnlyWhatIsNew() throws InterruptedException {
        Meanings meanings = beside();
        learn(meanings, "甲", "乙");
        started(meanings);
        letters.encoded.clear();

        List<byte[]> learned = learn(meanings, "乙", "丙");

        assertThat(learned).hasSize(2);
        assertThat(letters.encoded).containsExactly("丙");
        assertThat(VectorFile.read(file()).size()).isEqualTo(2);
    }

    @Test
    void aFileThatCannotBeWrittenShouldCostNothingButTime() throws InterruptedException, IOException {
        Files.writeString(folder.resolve("in-the-way"), "");
        Meanings meanings = Meanings.beside(() -> letters, folder.resolve("in-the-way/vectors.bin"), Optional.empty());
        List<byte[]> learned = learn(meanings, "甲");
        started(meanings);

        assertThat(learned).hasSize(1);
        assertThat(meanings.of("甲")).isPresent();
    }

    @Test
    void aDamagedFileShouldBeAsGoodAsNone() throws IOException {
        VectorFile whole = VectorFile.empty();
        whole.put("甲", new byte[Encoder.DIMENSIONS]);
        whole.write(file());
        byte[] bytes = Files.readAllBytes(file());
        for (int at = 0; at < bytes.length; at += 7) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            Files.write(file(), damaged);
            assertThat(VectorFile.read(file()).size()).as("byte %d", at).isZero();
        }
    }

    private Meanings beside() {
        return Meanings.beside(() -> letters, file(), Optional.empty());
    }

    private Path file() {
        return folder.resolve("vectors.bin");
    }

    private static List<byte[]> learn(Meanings meanings, String... texts) {
        List<byte[]> learned = Collections.synchronizedList(new ArrayList<>());
        meanings.learn(List.of(texts), learned::addAll);
        return learned;
    }

    /** Comes back when everything asked for before is learned. */
    private static void started(Meanings meanings) throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        meanings.start();
        while (!meanings.ready()) {
            last.await(1, TimeUnit.MILLISECONDS);
        }
    }

    /** Knows nothing of meaning, but remembers what it was given. */
    private static final class Letters implements Encoder {
        private final List<String> encoded = Collections.synchronizedList(new ArrayList<>());

        @Override
        public float[] encode(String text) {
            float[] vector = new float[DIMENSIONS];
            vector[Math.floorMod(text.hashCode(), DIMENSIONS)] = 0.3f;
            encoded.add(text);
            return vector;
        }

        @Override
        public List<float[]> encodeAll(List<String> texts) {
            return texts.stream().map(this::encode).toList();
        }
    }
}
