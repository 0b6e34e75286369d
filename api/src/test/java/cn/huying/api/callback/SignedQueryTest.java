package cn.huying.api.callback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedQueryTest {
    private static final SignedQuery NONE = SignedQuery.of(null);

    @Test
    void everyParameterShouldBeFoundInAnyOrder() {
        assertThat(SignedQuery.of(
                        "nonce=3&signature=1&openid=o&encrypt_type=aes&timestamp=2&msg_signature=4&echostr=5"))
                .isEqualTo(new SignedQuery("1", "4", "2", "3", "aes", "5"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "&&&", "=", "a=b", "NONCE=1", "xnonce=1", "nonce%3D=1", "msg_signature[]=1"})
    void whatIsNotNamedShouldBeAbsent(String query) {
        assertThat(SignedQuery.of(query)).isEqualTo(NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce=1&nonce=1", "nonce=1&nonce", "nonce&nonce", "nonce=&nonce=2"})
    void aParameterThatComesTwiceShouldSpoilAll(String query) {
        assertThat(SignedQuery.of("signature=1&" + query)).isEqualTo(NONE);
    }

    @Test
    void anOversizedValueOrQueryShouldSpoilAll() {
        assertThat(SignedQuery.of("signature=1&nonce=" + "x".repeat(129))).isEqualTo(NONE);
        assertThat(SignedQuery.of("signature=1&other=" + "x".repeat(3_000))).isEqualTo(NONE);
        assertThat(SignedQuery.of("signature=1&nonce=" + "x".repeat(128)).signature())
                .isEqualTo("1");
    }

    @Test
    void aValueWithAnEqualsSignShouldBeWhole() {
        assertThat(SignedQuery.of("nonce=a=b").nonce()).isEqualTo("a=b");
    }
}
