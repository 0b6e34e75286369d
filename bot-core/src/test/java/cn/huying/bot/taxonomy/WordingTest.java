package cn.huying.bot.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource({"ＫＴＶ噪音,ktv噪音", "WiFi,wifi", "一楼,1楼", "１楼,1楼", "電梯壞了,电梯坏了", "路 灯　不 亮,路灯不亮", "停水！,停水!", "５Ｇ信号,5g信号"})
    void waysOfTypingShouldBecomeOne(String typed, String normal) {
        assertThat(Wording.normal(typed)).isEqualTo(normal);
    }

    @Test
    void lineEndShouldStayAndInvisibleCharactersGo() {
        assertThat(Wording.normal("路灯\u200b\n不亮\r\n\t急")).isEqualTo("路灯\n不亮\n急");
    }

    @Test
    void normalFormShouldBeItsOwnNormalForm() {
        String once = Wording.normal("三号樓ＷＩＦＩ，沒信號！ 两天了");
        assertThat(Wording.normal(once)).isEqualTo(once);
    }

    @Test
    void loneSurrogatesAndControlCharactersShouldNotHurt() {
        assertThat(Wording.normal("停\ud83d水\u0000\ue000")).contains("停").contains("水");
    }
}
