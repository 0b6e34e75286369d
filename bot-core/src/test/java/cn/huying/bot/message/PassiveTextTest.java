package cn.huying.bot.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassiveTextTest {
    private static final String HINT = "回复“继续”看余下内容";

    @Test
    void aShortTextShouldStayWhole() {
        assertThat(PassiveText.fit("居住证在社区服务中心办理。", HINT)).isEqualTo(new PassiveText("居住证在社区服务中心办理。", ""));
    }

    @Test
    void aTextOfExactlyTheLimitShouldStayWhole() {
        String text = "x".repeat(PassiveText.MOST_BYTES);

        assertThat(PassiveText.fit(text, HINT).rest()).isEmpty();
        assertThat(PassiveText.fit(text + "x", HINT).rest()).isNotEmpty();
    }

    @Test
    void aLongTextShouldEndWithTheHintAndLoseNothing() {
        String text = "办理材料说明".repeat(200);

        PassiveText fit = PassiveText.fit(text, HINT);

        assertThat(fit.part()).endsWith("\n\n" + HINT);
        assertThat(fit.part().replace("\n\n" + HINT, "") + fit.rest()).isEqualTo(text);
        assertThat(bytes(fit.part())).isBetween(2_000, PassiveText.MOST_BYTES);
    }

    @Test
    void theEndOfASentenceShouldBePreferred() {
        String text = "先到窗口取号。".repeat(100);

        assertThat(PassiveText.fit(text, HINT).part()).endsWith("。\n\n" + HINT);
        assertThat(PassiveText.fit(text, HINT).rest()).startsWith("先到窗口");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👨\u200D👩\u200D👧\u200D👦", "👍🏽", "❤\uFE0F", "😀", "é", "呼"})
    void aCharacterShouldNeverBeCutInTwo(String character) {
        for (int shift = 0; shift < 30; shift++) {
            PassiveText fit = PassiveText.fit("x".repeat(shift) + character.repeat(1_500), HINT);

            String part = fit.part().replace("\n\n" + HINT, "");
            assertThat((part.length() - shift) % character.length())
                    .as("shift %d", shift)
                    .isZero();
            assertThat(bytes(fit.part())).isLessThanOrEqualTo(PassiveText.MOST_BYTES);
        }
    }

    @Test
    void everyTextShouldFitAndItsRestShouldGoOn() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            String text = anyText(random);
            PassiveText fit = PassiveText.fit(text, HINT);
            assertThat(bytes(fit.part())).as("seed %d", seed).isLessThanOrEqualTo(PassiveText.MOST_BYTES);
            assertThat(text).as("seed %d", seed).endsWith(fit.rest());
            assertThat(fit.rest().length()).as("seed %d", seed).isLessThan(text.length() + 1);
        }
    }

    @Test
    void aHintAsLongAsAReplyShouldBeRefused() {
        assertThatThrownBy(() -> PassiveText.fit("x".repeat(3_000), "长".repeat(700)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cutShouldStopBeforeACharacterThatDoesNotFit() {
        assertThat(PassiveText.cut("ab呼应", 6)).isEqualTo("ab呼");
        assertThat(PassiveText.cut("ab😀", 5)).isEqualTo("ab");
        assertThat(PassiveText.cut("ab", 6)).isEqualTo("ab");
    }

    private static String anyText(Random random) {
        int[] pool = {'a', '呼', '\n', '。', 0x1F600, 0x200D, 0xFE0F, ' ', 0xE9};
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(3_000);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(pool[random.nextInt(pool.length)]);
        }
        return text.toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
