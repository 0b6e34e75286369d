package cn.huying.api.callback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {
    @Test
    void cleanTextShouldBeTheSameString() {
        String text = "楼道灯坏了，请来看看。\n\t谢谢 ①ｶ";

        assertThat(CleanText.of(text, 100)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000", "\u0008", "\u001B", "\u007F", "\u0085", "\u200B", "\u200E", "\u202E", "\u2028", "\u2066",
                "\uFEFF", "\uFFFE", "\uFFFF", "\uD83D", "\uDE00", "\uFFFD"
            })
    void whatIsNotSeenShouldGo(String hidden) {
        assertThat(CleanText.of("a" + hidden + "b", 100)).isEqualTo("ab");
        assertThat(CleanText.of(hidden, 100)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "👨\u200D👩\u200D👧", "❤\uFE0F", "𠮷", "\n", "\t"})
    void whatIsSeenShouldStay(String seen) {
        assertThat(CleanText.of("a" + seen + "b", 100)).isEqualTo("a" + seen + "b");
    }

    @Test
    void lineEndsShouldBeOneKind() {
        assertThat(CleanText.of("a\r\nb\rc\n", 100)).isEqualTo("a\nb\nc\n");
    }

    @Test
    void theCutShouldNotSplitACharacter() {
        assertThat(CleanText.of("ab😀", 3)).isEqualTo("ab");
        assertThat(CleanText.of("ab😀", 4)).isEqualTo("ab😀");
        assertThat(CleanText.of("abc", 2)).isEqualTo("ab");
    }
}
