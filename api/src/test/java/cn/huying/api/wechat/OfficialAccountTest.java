package cn.huying.api.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.message.AppId;
import cn.huying.knowledge.load.ConfigException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialAccountTest {
    @Test
    void anAccountShouldPrintNoSecret() {
        assertThat(DemoAccount.ACCOUNT.toString())
                .contains(DemoAccount.APP_ID)
                .contains("***")
                .doesNotContain("demo-secret", "huying-demo-token", DemoAccount.AES_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "aHV5aW5nLWRlbW8tYWVzLWtleS0wMDAwMDAwMDAwMD",
                "aHV5aW5nLWRlbW8tYWVzLWtleS0wMDAwMDAwMDAwMDA=",
                "aHV5aW5nLWRlbW8tYWVzLWtleS0wMDAwMDAwMDAwMD+",
                "aHV5aW5nLWRlbW8tYWVzLWtleS0wMDAwMDAwMDAwMD-",
                "呼HV5aW5nLWRlbW8tYWVzLWtleS0wMDAwMDAwMDAwMDA"
            })
    void aKeyWechatWouldNotGiveOutShouldBeRefusedWithTheMend(String key) {
        assertThatThrownBy(() -> OfficialAccount.of("HUYING_WECHAT_ACCOUNTS_1", "wx1", "s", "token", key, "gh_1"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("HUYING_WECHAT_ACCOUNTS_1_AES_KEY")
                .hasMessageContaining("43 位")
                .satisfies(e -> assertThat(
                                key.isEmpty() || !String.valueOf(e.getMessage()).contains(key))
                        .isTrue());
    }

    @Test
    void everyWrongSettingShouldBeNamedAtOnce() {
        assertThatThrownBy(() -> OfficialAccount.of("A", "", " ", "x y", "short", ""))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.file())
                                .containsExactly("A_APP_ID", "A_SECRET", "A_TOKEN", "A_AES_KEY", "A_ORIGINAL_ID"));
    }

    @Test
    void anAccountShouldBeFoundByItsAppId() {
        OfficialAccounts accounts = new OfficialAccounts(List.of(DemoAccount.ACCOUNT));

        assertThat(accounts.find(new AppId(DemoAccount.APP_ID))).hasValue(DemoAccount.ACCOUNT);
        assertThat(accounts.find(new AppId("wxother"))).isEmpty();
    }

    @Test
    void anAccountSetUpTwiceShouldBeRefused() {
        assertThatThrownBy(() -> new OfficialAccounts(List.of(DemoAccount.ACCOUNT, DemoAccount.ACCOUNT)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("配置了两次");
    }
}
