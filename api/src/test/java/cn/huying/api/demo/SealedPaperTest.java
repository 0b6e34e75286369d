package cn.huying.api.demo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.envelope.Keyring;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedPaperTest {
    private static final Keyring KEYS = new Keyring(new byte[32]);

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = folder.resolve("platform").resolve("notes");
    }

    @Test
    void linesShouldBeThereForTheNextRunWithoutAnOrderlyEnd() {
        SealedPaper first = begun(List.of());
        first.add("一");
        first.add("二");
        assertThat(read(KEYS)).containsExactly("一", "二");
    }

    @Test
    void beginningAnewShouldReplaceWhatWasThere() {
        begun(List.of("旧")).add("也旧");
        begun(List.of("新")).add("更新");
        assertThat(read(KEYS)).containsExactly("新", "更新");
    }

    @Test
    void fileShouldShowNoWordOfWhatWasTyped() throws IOException {
        begun(List.of("phone 13900001234")).add("phone 13900001234");
        assertThat(Files.readString(file, StandardCharsets.US_ASCII)).doesNotContain("1390000");
    }

    @Test
    void lineCutOffInTheMiddleShouldCostNoOther() throws IOException {
        begun(List.of("一")).add("二");
        Files.writeString(file, "AQEB", StandardOpenOption.APPEND);
        assertThat(read(KEYS)).containsExactly("一", "二");
    }

    @Test
    void fileOfAnotherKeyShouldBeBegunAnew() {
        begun(List.of("一"));
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(read(new Keyring(other))).isEmpty();
    }

    @Test
    void emptyFileShouldBeBegunAnew() throws IOException {
        begun(List.of("一"));
        Files.writeString(file, "");
        assertThat(read(KEYS)).isEmpty();
    }

    private List<String> read(Keyring keyring) {
        List<String> lines = new ArrayList<>();
        new SealedPaper(file, keyring).read(lines::add);
        return lines;
    }

    private SealedPaper begun(List<String> lines) {
        SealedPaper paper = new SealedPaper(file, KEYS);
        paper.begin(lines);
        return paper;
    }
}
