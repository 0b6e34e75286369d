package cn.huying.bot.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.envelope.KeyFile.KeyFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    Path folder;

    @Test
    void createdKeyShouldBeReadableByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("keys/key");

        KeyFile.createIfMissing(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--------");
        assertThat(KeyFile.read(file).checkValue()).hasSize(32);
    }

    @Test
    void existingKeyShouldBeKept() {
        Path file = folder.resolve("key");
        KeyFile.createIfMissing(file);
        byte[] before = KeyFile.read(file).checkValue();

        KeyFile.createIfMissing(file);

        assertThat(KeyFile.read(file).matches(before)).isTrue();
    }

    @Test
    void missingKeyShouldBeRefusedWithTheMend() {
        assertThatThrownBy(() -> KeyFile.read(folder.resolve("none")))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("密钥文件不存在")
                .hasMessageContaining("备份");
    }

    @Test
    void keyReadableByOthersShouldBeRefusedWithTheMend() throws IOException {
        Path file = folder.resolve("key");
        KeyFile.createIfMissing(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        assertThatThrownBy(() -> KeyFile.read(file))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("chmod 400");
    }

    @Test
    void brokenKeyShouldBeRefusedWithoutShowingIt() throws IOException {
        for (String content :
                new String[] {"", "secret-but-not-hex", "ab".repeat(31), "ab".repeat(33), "zz".repeat(32)}) {
            Path file = folder.resolve("broken" + content.length());
            Files.writeString(file, content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

            assertThatThrownBy(() -> KeyFile.read(file))
                    .isInstanceOf(KeyFileException.class)
                    .hasMessageContaining("64 位十六进制")
                    .message()
                    .doesNotContain("secret");
        }
    }
}
