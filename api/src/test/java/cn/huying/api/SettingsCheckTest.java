package cn.huying.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huying.api.settings.BroadcastSettings;
import cn.huying.api.settings.Settings;
import cn.huying.api.settings.SettingsCheck;
import cn.huying.bot.grid.GridTree;
import cn.huying.knowledge.load.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.PropertySourcesPropertyResolver;
import org.springframework.mock.env.MockPropertySource;

class SettingsCheckTest {
    private static final String KEY = "bHV5aW5nLXRlc3QtYWVzLWtleS0wMDAwMDAwMDAwMDA";
    private static final Settings.Account OWN =
            new Settings.Account("wx0123456789abcd", "a-secret", "a-token", KEY, "gh_0123456789");
    private static final Settings.Account SHOWN = new Settings.Account(
            "wxdemo0000000001",
            "a-secret",
            "huying-demo-token",
            "aHV5aW5nLWRlbW8tYWVzLWtleS0wMDAwMDAwMDAwMDA",
            "gh_huyingdemo01");
    private static final Settings.App NO_APP = new Settings.App("", "", "", "", "");
    private static final String HERE = "http://localhost:8080";

    @Test
    void settingsThatFitShouldPass() {
        assertThatCode(() -> SettingsCheck.refuseWrong(
                        settings(false, HERE, "mongodb://localhost:27017/huying", "redis://localhost:6379", OWN)))
                .doesNotThrowAnyException();
    }

    @Test
    void publicKeysOfTheDemoShouldBeRefusedOutsideIt() {
        assertThat(refusal(settings(false, HERE, "", "", SHOWN))).contains("HUYING_WECHAT_ACCOUNTS_0", "demo 的公众号");
        assertThatCode(() -> SettingsCheck.refuseWrong(settings(true, HERE, "", "", SHOWN)))
                .doesNotThrowAnyException();
    }

    @Test
    void demoAndRealAccountsShouldNeverMeet() {
        assertThat(refusal(settings(true, HERE, "", "", OWN))).contains("HUYING_WECHAT_ACCOUNTS_0", "./huying serve");
        assertThat(refusal(settings(false, HERE, "", ""))).contains("HUYING_WECHAT_ACCOUNTS_0_APP_ID", "还没有设置公众号");
    }

    @Test
    void portsThatAreNoneShouldBeRefusedTogether() {
        MockPropertySource settings = new MockPropertySource()
                .withProperty("server.port", "99999")
                .withProperty("management.server.port", "abc");

        assertThatThrownBy(() -> SettingsCheck.refuseWrongPorts(resolver(settings)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("PORT：不是端口号：99999")
                .hasMessageContaining("MANAGEMENT_PORT：不是端口号：abc");
        assertThatCode(() -> SettingsCheck.refuseWrongPorts(resolver(new MockPropertySource()
                        .withProperty("server.port", "8080")
                        .withProperty("management.server.port", "0"))))
                .doesNotThrowAnyException();
    }

    private static PropertyResolver resolver(PropertySource<?> settings) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(settings);
        return new PropertySourcesPropertyResolver(sources);
    }

    @Test
    void addressOnlyThisMachineCanOpenShouldBeWarnedOfOutsideTheDemo() {
        assertThat(SettingsCheck.warnings(settings(false, HERE, "", "", OWN)))
                .singleElement()
                .asString()
                .contains("HUYING_BASE_URL");
        assertThat(SettingsCheck.warnings(settings(false, "https://huying.example", "", "", OWN)))
                .isEmpty();
        assertThat(SettingsCheck.warnings(settings(true, HERE, "", "", SHOWN))).isEmpty();
    }

    @Test
    void publicKeysOfTheDemosApplicationShouldBeRefusedOutsideIt() {
        Settings.App shown = new Settings.App("ww0123456789abcd", "1000002", "a-secret", "huying-demo-wecom", KEY);

        assertThat(refusal(settings(false, shown))).contains("HUYING_WECOM", "demo 的公开密钥");
        assertThatCode(() -> SettingsCheck.refuseWrong(settings(true, shown))).doesNotThrowAnyException();
    }

    @Test
    void halfAnApplicationShouldBeRefusedWithEverySettingThatIsMissing() {
        Settings.App half = new Settings.App("ww0123456789abcd", "", "a-secret", "", "");

        assertThat(String.valueOf(catchThrowableOfType(
                        ConfigException.class, () -> WorkAppConfiguration.app(settings(false, half)))))
                .contains("HUYING_WECOM_AGENT_ID", "HUYING_WECOM_TOKEN", "HUYING_WECOM_AES_KEY")
                .doesNotContain("HUYING_WECOM_CORP_ID", "a-secret");
    }

    @Test
    void demosCorpAndARealOneShouldNotBeMixed() {
        Settings.App real = new Settings.App("ww0123456789abcd", "1000002", "a-secret", "a-token", KEY);

        assertThatCode(() -> WorkAppConfiguration.app(settings(false, real))).doesNotThrowAnyException();
        assertThat(String.valueOf(catchThrowableOfType(
                        ConfigException.class, () -> WorkAppConfiguration.app(settings(true, real)))))
                .contains("HUYING_WECOM_CORP_ID");
    }

    @Test
    void noApplicationAtAllShouldBeNoMistake() {
        assertThat(WorkAppConfiguration.app(settings(false, NO_APP))).isEmpty();
    }

    @Test
    void everyWrongAddressShouldBeNamedWithoutItsPassword() {
        assertThat(refusal(settings(false, "not_a_url", "foo://user:pass@host", "bar:pass", OWN)))
                .contains("MONGODB_URI", "REDIS_URI", "HUYING_BASE_URL")
                .doesNotContain("pass");
    }

    @Test
    void handbooksAlertKeyShouldOpenNothingOutsideTheDemo() {
        BroadcastSettings printed = new BroadcastSettings("huying-demo-key", Set.of(), Set.of());
        assertThatCode(() -> SettingsCheck.refuseWrong(printed, true)).doesNotThrowAnyException();
        assertThatThrownBy(() -> SettingsCheck.refuseWrong(printed, false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("HUYING_ALERTS_API_KEY")
                .hasMessageContaining("openssl rand");
        assertThatCode(() -> SettingsCheck.refuseWrong(new BroadcastSettings("", Set.of(), Set.of()), false))
                .doesNotThrowAnyException();
    }

    @Test
    void brokenStaffFileShouldBeToldWithItsLine(@TempDir Path config) throws IOException {
        Files.writeString(config.resolve("staff.yml"), """
                staff:
                  - {id: zhang, post: WORKER, grid: nowhere, password: geheim}
                """);
        assertThatThrownBy(() -> ConsoleConfiguration.staff(config, new GridTree(List.of(), List.of())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("staff.yml 第 2 行")
                .hasMessageContaining("nowhere")
                .hasMessageNotContaining("geheim");
    }

    private static String refusal(Settings settings) {
        return String.valueOf(catchThrowableOfType(ConfigException.class, () -> SettingsCheck.refuseWrong(settings)));
    }

    private static Settings settings(boolean demo, Settings.App app) {
        return settings(demo, HERE, "", "", app, demo ? SHOWN : OWN);
    }

    private static Settings settings(
            boolean demo, String baseUrl, String mongodb, String redis, Settings.Account... accounts) {
        return settings(demo, baseUrl, mongodb, redis, NO_APP, accounts);
    }

    private static Settings settings(
            boolean demo,
            String baseUrl,
            String mongodb,
            String redis,
            Settings.App app,
            Settings.Account... accounts) {
        return new Settings(
                demo,
                Path.of("data"),
                Path.of("config"),
                "",
                baseUrl,
                ZoneId.of("Asia/Shanghai"),
                new Settings.Stores(mongodb, redis),
                Path.of("config/community"),
                new Settings.WeChat(List.of(accounts), "https://api.weixin.qq.com"),
                new Settings.WeCom("https://qyapi.weixin.qq.com", Map.of(), app));
    }
}
