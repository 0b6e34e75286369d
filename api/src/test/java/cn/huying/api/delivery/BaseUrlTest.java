package cn.huying.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.knowledge.load.ConfigException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.weixin.qq.com",
                "https://qyapi.weixin.qq.com/",
                "http://localhost:8080",
                "http://127.0.0.1:1",
                "http://[::1]:8080"
            })
    void aPlatformOrThisMachineShouldBeTaken(String url) {
        assertThat(BaseUrl.of("X", url).value())
                .isEqualTo(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.weixin.qq.com",
                "http://api.weixin.qq.com",
                "http://169.254.169.254",
                "http://[::ffff:127.0.0.1]",
                "http://0x7f.1",
                "https://api.weixin.qq.com@evil.example",
                "http://localhost@evil.example",
                "https://user:password@api.weixin.qq.com",
                "https://api.weixin.qq.com/proxy",
                "https://api.weixin.qq.com?x=1",
                "https://api.weixin.qq.com#x",
                "ftp://localhost",
                "file:///etc/passwd",
                "https://",
                "https:// x"
            })
    void everythingElseShouldBeRefusedWithTheMend(String url) {
        assertThatThrownBy(() -> BaseUrl.of("HUYING_WECHAT_API_BASE_URL", url))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("HUYING_WECHAT_API_BASE_URL")
                .hasMessageContaining("https://");
    }
}
