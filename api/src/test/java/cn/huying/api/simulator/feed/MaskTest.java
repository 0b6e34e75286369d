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
}
