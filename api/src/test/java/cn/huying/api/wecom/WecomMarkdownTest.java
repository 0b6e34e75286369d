package cn.huying.api.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WecomMarkdownTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "<@all> 快来 → ＜＠all＞ 快来",
                "<@zhangsan> → ＜＠zhangsan＞",
                "[点我](http://evil.example) → ［点我］（http://evil.example）",
                "<font color=\"warning\">停电</font> → ＜font color=\"warning\"＞停电＜/font＞",
                "> 引用 → ＞ 引用",
                "# 标题 → ＃ 标题",
                "**加粗** `code` → ＊＊加粗＊＊ ｀code｀",
                "&lt;@all&gt; → ＆lt;＠all＆gt;",
                "3栋2单元，灯坏了！ → 3栋2单元，灯坏了！"
            })
    void markupShouldBecomePlainWords(String typed, String plain) {
        assertThat(WecomMarkdown.escape(typed)).isEqualTo(plain);
    }

    @Test
    void noLineShouldStartAnew() {
        assertThat(WecomMarkdown.escape("灯坏了\n> 假通知\r\n# 停水\u2028x")).isEqualTo("灯坏了 ＞ 假通知  ＃ 停水 x");
    }

    @Test
    void noMarkupShouldBeLeftOfAnyText() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(100); i >= 0; i--) {
                typed.append((char) random.nextInt(0x100));
            }
            assertThat(WecomMarkdown.escape(typed.toString()))
                    .as("seed %d", seed)
                    .doesNotContain("<", ">", "[", "]", "(", ")", "*", "_", "`", "#", "@", "\\", "\n", "\r")
                    .hasSameSizeAs(typed);
        }
    }

    @Test
    void aMessageShouldBeCutOnACodePoint() {
        String cut = WecomMarkdown.cut("x" + "😀".repeat(2_000));

        assertThat(cut.getBytes(StandardCharsets.UTF_8)).hasSize(4_093);
        assertThat(cut).endsWith("😀");
        assertThat(WecomMarkdown.cut("短")).isEqualTo("短");
    }
}
