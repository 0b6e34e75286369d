package cn.huying.knowledge.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceModelTest {
    private static SentenceModel model;

    @BeforeAll
    static void load() throws IOException {
        model = SentenceModel.load();
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static float likeness(String one, String other) {
        return CompactVector.likeness(CompactVector.of(model.encode(one)), CompactVector.of(model.encode(other)));
    }

    @Test
    void encodeShouldBringTheSameMatterTogetherWithoutACommonWord() {
        assertThat(likeness("楼上扔东西砸到人", "高空抛物致人损害")).isGreaterThan(likeness("楼上扔东西砸到人", "怎么办理居住证"));
    }

    @Test
    void aVectorShouldBeLikeItself() {
        assertThat(likeness("物业费", "物业费")).isBetween(0.97f, 1.02f);
    }

    @Test
    void encodeAllShouldKeepTheOrderWhateverTheLengths() {
        List<String> texts = List.of("租房合同到期不退押金怎么办，房东一直拖着不给", "低保", "小区电梯加装需要多少业主同意");
        List<float[]> vectors = model.encodeAll(texts);
        for (int i = 0; i < texts.size(); i++) {
            byte[] alone = CompactVector.of(model.encode(texts.get(i)));
            assertThat(CompactVector.likeness(CompactVector.of(vectors.get(i)), alone))
                    .isGreaterThan(0.95f);
        }
    }

    @Test
    void vectorWorkShouldNotEncodeWhatIsKnown(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("vectors.bin");
        VectorFile known = VectorFile.empty();
        List<byte[]> first = new VectorWork(model, known, 2).encode(List.of("甲", "乙", "甲"), _ -> {});
        known.write(file);
        VectorFile again = VectorFile.read(file);
        assertThat(again.size()).isEqualTo(2);
        assertThat(again.find("甲")).contains(first.getFirst());
    }

    @Test
    void vectorFileShouldBeEmptyWhenDamaged(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("vectors.bin");
        Files.write(file, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9});
        assertThat(VectorFile.read(file).size()).isZero();
    }

    @Test
    void meaningsShouldRememberAQuestion() {
        Meanings meanings = Meanings.atOnce(model);
        List<byte[]> learned = new ArrayList<>();
        meanings.learn(List.of("物业费"), learned::addAll);
        assertThat(meanings.of("低保")).isPresent();
        assertThat(meanings.of("低保")).isPresent();
        assertThat(learned).hasSize(1);
        assertThat(meanings.encoded()).isEqualTo(1);
        assertThat(meanings.remembered()).isEqualTo(1);
    }

    @Test
    void meaningsShouldBeAbsentWhereTheEncoderDoesNotRun() {
        Meanings meanings = Meanings.atOnce((Meanings.Loader) () -> {
            throw new IOException("no native library");
        });
        meanings.learn(List.of("物业费"), _ -> {});
        assertThat(meanings.of("低保")).isEmpty();
    }
}
