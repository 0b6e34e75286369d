package cn.huying.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SoundTextTest {
    @Test
    void whatSoundsAlikeShouldBeTheSame() {
        assertThat(SoundText.of("物业废")).isEqualTo(SoundText.of("物业费"));
        assertThat(SoundText.of("低宝")).isEqualTo(SoundText.of("低保"));
        assertThat(SoundText.of("低保")).isNotEqualTo(SoundText.of("社保"));
    }

    @Test
    void mistypedShouldChangeOneCharacterAndNoSound() {
        long seed = 3;
        Random random = new Random(seed);
        for (String text : new String[] {"物业费怎么算", "居住证到期了", "ok", "身份证"}) {
            String typed = SoundText.mistyped(text, random);
            assertThat(typed).hasSameSizeAs(text);
            assertThat(SoundText.of(typed)).as("seed " + seed).isEqualTo(SoundText.of(text));
        }
        assertThat(SoundText.mistyped("", random)).isEmpty();
    }
}
