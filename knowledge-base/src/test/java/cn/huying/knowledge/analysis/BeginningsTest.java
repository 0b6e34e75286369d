package cn.huying.knowledge.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BeginningsTest {
    private final Beginnings marks = Beginnings.of(List.of("另外", "另外问一下", "", "还有"));

    @Test
    void theLongestWordShouldBeSkipped() {
        assertThat(marks.skip("另外问一下低保", 0)).isEqualTo(5);
        assertThat(marks.skip("堵了，还有低保", 3)).isEqualTo(5);
    }

    @Test
    void nothingShouldBeSkippedWhereNoneOfThemBegins() {
        assertThat(marks.skip("低保，另外", 0)).isZero();
        assertThat(marks.skip("低保", 2)).isEqualTo(2);
    }
}
