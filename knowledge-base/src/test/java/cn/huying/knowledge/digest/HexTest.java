package cn.huying.knowledge.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexTest {
    @Test
    void theBeginningOfADigestShouldBeHex() {
        assertThat(Hex.isHex(Sha256.hex("abc", 12), 12)).isTrue();
        assertThat(Hex.isHex(Sha256.hex("abc", 12), 14)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789aB", "0123456789ag", "0123456789a１", "../456789abc"})
    void nothingElseShouldBe(String text) {
        assertThat(Hex.isHex(text, 12)).isFalse();
    }
}
