package cn.huying.api.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.api.bench.lab.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterFileTest {
    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("letters.jsonl"), content);
    }

    @Test
    void shouldPutTheTitleAboveTheText() throws IOException {
        assertThat(LetterFile.read(file("{\"id\":1,\"title\":\"路灯\",\"text\":\"坏了三盏\"}\n\n{\"text\":\"只有正文\"}\n")))
                .containsExactly("路灯\n坏了三盏", "只有正文");
    }

    @Test
    void shouldCutALongLetterOnACodePoint() throws IOException {
        String read = LetterFile.read(file("{\"title\":\"\",\"text\":\"" + "好".repeat(1_999) + "🙂🙂\"}"))
                .getFirst();

        assertThat(read).endsWith("好🙂");
        assertThat(read.codePointCount(0, read.length())).isEqualTo(2_000);
    }

    @Test
    void shouldSayWhatTheFileShouldBe() throws IOException {
        Path broken = file("title: no json");

        assertThatThrownBy(() -> LetterFile.read(broken))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("JSON");
    }
}
