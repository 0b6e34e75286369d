package cn.huying.knowledge.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CharactersTest {
    @Test
    void noCharacterShouldBeCutInTwo() {
        assertThat(Characters.cut("一😀二", 4)).isEqualTo("一😀二");
        assertThat(Characters.cut("一😀二", 3)).isEqualTo("一😀");
        assertThat(Characters.cut("一😀二", 2)).isEqualTo("一");
    }

    @Test
    void lineEndsOfEveryMachineShouldBeOne() {
        assertThat(Characters.withPlainLineEnds("一\r\n二\r三\n四")).isEqualTo("一\n二\n三\n四");
    }

    @Test
    void whatNobodyTypedShouldBeFound() {
        assertThat(Characters.unreadable("看得见\n的\t字😀")).isEmpty();
        assertThat(Characters.unreadable("一\u202E二")).hasValue(0x202E);
        assertThat(Characters.unreadable("一\uD83D二")).hasValue(0xD83D);
    }

    @Test
    void shorteningNeverSplitsACharacter() {
        assertThat(Characters.shortened("一二三", 3)).isEqualTo("一二三");
        assertThat(Characters.shortened("😀😀😀", 2)).isEqualTo("😀😀…");
    }
}
