package cn.huying.api.callback;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.wechat.DemoAccount;
import me.chanjar.weixin.common.util.crypto.SHA1;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private final Signature signature = new Signature("huying-demo-token");

    @Test
    void theSignatureShouldBeTheOneWxJavaMakes() {
        assertThat(signature.of("1795233600", "88", "ZW5jcnlwdGVk"))
                .isEqualTo(SHA1.gen("huying-demo-token", "1795233600", "88", "ZW5jcnlwdGVk"));
        assertThat(signature.of("1795233600", "88")).isEqualTo(SHA1.gen("1795233600", "huying-demo-token", "88"));
    }

    @Test
    void onlyTheExactSignatureShouldMatch() {
        String right = signature.of("1795233600", "88");

        assertThat(signature.matches(right, "1795233600", "88")).isTrue();
        assertThat(signature.matches(right, "1795233600", "89")).isFalse();
        assertThat(signature.matches(right.substring(1), "1795233600", "88")).isFalse();
        assertThat(signature.matches(right + "0", "1795233600", "88")).isFalse();
        assertThat(signature.matches("", "1795233600", "88")).isFalse();
        assertThat(signature.matches("呼".repeat(40), "1795233600", "88")).isFalse();
        assertThat(new Signature("other").matches(right, "1795233600", "88")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "-1795233600",
                "+1795233600",
                "1795233600.0",
                "１７９５２３３６００",
                "99999999999999999999",
                "0x6b",
                " 1795233600"
            })
    void aTimestampThatIsNoRecentNumberShouldNotBeFresh(String timestamp) {
        assertThat(Signature.isFresh(timestamp, DemoAccount.CLOCK)).isFalse();
    }

    @Test
    void tenMinutesEitherWayShouldBeFresh() {
        long now = DemoAccount.NOW.getEpochSecond();

        assertThat(Signature.isFresh(Long.toString(now - 600), DemoAccount.CLOCK))
                .isTrue();
        assertThat(Signature.isFresh(Long.toString(now + 600), DemoAccount.CLOCK))
                .isTrue();
        assertThat(Signature.isFresh(Long.toString(now - 601), DemoAccount.CLOCK))
                .isFalse();
        assertThat(Signature.isFresh(Long.toString(now + 601), DemoAccount.CLOCK))
                .isFalse();
    }
}
