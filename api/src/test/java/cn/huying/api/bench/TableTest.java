package cn.huying.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void chineseShouldCountAsTwoColumns() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Table(List.of("服务", "x", "条"))
                .add(List.of("bare", "y", "12345"))
                .add(List.of("完整服务", "z", "7"))
                .print(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("服务      x     条", "bare      y  12345", "完整服务  z      7");
    }
}
