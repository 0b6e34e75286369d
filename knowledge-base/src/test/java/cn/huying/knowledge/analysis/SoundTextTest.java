package cn.huying.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoundTextTest {
    @Test
    void whatSoundsAlikeShouldBeTheSame() {
        assertThat(SoundText.of("物业废")).isEqualTo(SoundText.of("物业费"));
        assertThat(SoundText.of("低宝")).isEqualTo(SoundText.of("低保"));
        assertThat(SoundText.of("低保")).isNotEqualTo(SoundText.of("社保"));
    }
}
