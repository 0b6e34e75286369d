package cn.huying.api.simulator.feed;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Demo;
import org.junit.jupiter.api.Test;

class MaskTest {
    @Test
    void longSecretKeepsItsEnds() {
        assertThat(Mask.ends(Demo.RESIDENT)).isEqualTo("oDem…0001");
    }

    @Test
    void shortSecretKeepsNothing() {
        assertThat(Mask.ends("short-key-1")).isEqualTo("•••");
        assertThat(Mask.ends("")).isEqualTo("•••");
    }

    @Test
    void shorteningNeverSplitsACharacter() {
        assertThat(Mask.shortened("一二三", 3)).isEqualTo("一二三");
        assertThat(Mask.shortened("😀😀😀", 2)).isEqualTo("😀😀…");
    }
}
