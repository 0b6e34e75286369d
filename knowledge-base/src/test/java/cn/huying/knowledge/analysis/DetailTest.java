package cn.huying.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DetailTest {
    private static int bit(Detail detail) {
        return 1 << detail.ordinal();
    }

    @Test
    void eachDetailAskedForShouldBeFound() {
        assertThat(Detail.in("养老院一个月多少钱")).isEqualTo(bit(Detail.MONEY));
        assertThat(Detail.in("居委会几点下班")).isEqualTo(bit(Detail.TIME));
        assertThat(Detail.in("附近哪家养老院好")).isEqualTo(bit(Detail.PLACE) | bit(Detail.CHOICE));
        assertThat(Detail.in("我的低保批下来没有")).isEqualTo(bit(Detail.OWN_CASE));
    }

    @Test
    void aQuestionOfWhatToDoShouldAskForNone() {
        assertThat(Detail.in("户口本丢了怎么补")).isZero();
    }
}
