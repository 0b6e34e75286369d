package cn.huying.api.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class PostedTest {
    private static MultiValueMap<String, String> sent(String value) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("field", value);
        return form;
    }

    @Test
    void lineEndsShouldCountOnce() {
        assertThat(Posted.text(sent(" 一\r\n二 \r\n"), "field")).isEqualTo("一\n二");
        assertThat(Posted.text(sent(" 一\r\n二三 "), "field", 3)).isEqualTo("一\n二");
        assertThat(Posted.text(sent("一"), "other")).isEmpty();
    }

    @Test
    void noCharacterShouldBeCutInTwo() {
        assertThat(Posted.text(sent("一😀二"), "field", 2)).isEqualTo("一");
        assertThat(Posted.text(sent("一😀二"), "field", 3)).isEqualTo("一😀");
    }

    @Test
    void whoWroteTooMuchShouldBeToldHowMuch() {
        assertThat(Posted.tooLong("一😀", 2)).isEmpty();
        assertThat(Posted.tooLong("一😀二", 2)).isEqualTo("最多 2 字，现在是 3 字");
    }

    @Test
    void countShouldBeRead() {
        assertThat(Posted.number(sent(" 12 "), "field")).isEqualTo(12);
        assertThat(Posted.number(sent("999999"), "field")).isEqualTo(999_999);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.0", "1000000", "１２", "abc"})
    void whatIsNoCountShouldBeTold(String value) {
        assertThat(Posted.number(sent(value), "field")).isEqualTo(-1);
        assertThat(Posted.number(sent(value), "other")).isEqualTo(-1);
    }
}
