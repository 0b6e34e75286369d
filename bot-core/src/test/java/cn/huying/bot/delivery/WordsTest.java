package cn.huying.bot.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    private static final String MIXED = "灯坏了 on 3楼😀, é fin";

    @Test
    void wordsThatFitShouldStayAsTheyAre() {
        assertThat(Words.cut("楼道灯坏了", 15)).isEqualTo("楼道灯坏了");
        assertThat(Words.cut("", 0)).isEmpty();
    }

    @Test
    void whatIsCutOffShouldShowAsAnEllipsis() {
        assertThat(Words.cut("楼道灯坏了", 14)).isEqualTo("楼道灯…");
        assertThat(Words.cut("楼道灯坏了", 12)).isEqualTo("楼道灯…");
        assertThat(Words.cut("楼道灯坏了", 11)).isEqualTo("楼道…");
    }

    /** A platform that counts bytes refuses half a character, and shows a lone surrogate as rubbish. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 9, 12, 15, 16, 17, 18, 19, 20, 22, 24, 26, 40})
    void noLimitShouldBeExceededNorACharacterBroken(int bytes) {
        String cut = Words.cut(MIXED, bytes);

        byte[] written = cut.getBytes(StandardCharsets.UTF_8);
        assertThat(written.length).isLessThanOrEqualTo(bytes);
        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(cut);
        assertThat(MIXED).startsWith(cut.endsWith("…") ? cut.substring(0, cut.length() - 1) : cut);
    }

    @Test
    void aPlaceNameShouldNeitherMentionNorLinkNorBreakTheLine() {
        assertThat(Words.plain("3栋<@all>[点我](http://x)\n二行\u2028三行")).isEqualTo("3栋＜＠all＞［点我］（http://x） 二行 三行");
    }

    @Test
    void everyMarkShouldHaveItsOwnTwin() {
        String marks = "<>[]()*_`#@~|\\&!";

        assertThat(Words.plain(marks))
                .hasSameSizeAs(marks)
                .doesNotContain(marks.split(""))
                .doesNotContain(" ");
        assertThat(Words.plain(marks).chars().distinct().count()).isEqualTo(marks.length());
    }
}
