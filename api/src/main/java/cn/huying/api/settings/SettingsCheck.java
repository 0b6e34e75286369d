package cn.huying.api.settings;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import com.mongodb.ConnectionString;
import io.lettuce.core.RedisURI;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.core.env.PropertyResolver;

/** Refuses settings nothing could be started with, before anything is opened. */
public final class SettingsCheck {
    /** Printed in the handbook for everybody to read: whoever knows them can speak as WeChat. */
    private static final Set<String> PUBLIC = Set.of(
            "huying-demo-secret",
            "huying-demo-token",
            "wwdemo0000000001",
            "huying-demo-wecom",
            "huying-demo-wecom-secret",
            "aHV5aW5nLWRlbW8tYWVzLWtleS0wMDAwMDAwMDAwMDA");

    private static final int HIGHEST_PORT = 65_535;
    private static final String PUBLIC_ALERT_KEY = "huying-demo-key";
    private static final String DEMO_APP_IDS = "wxdemo";
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    private final List<ConfigProblem> problems = new ArrayList<>();

    private SettingsCheck() {}

    /** @throws ConfigException with every setting that is wrong */
    public static void refuseWrong(Settings settings) {
        SettingsCheck check = new SettingsCheck();
        check.stores(settings.stores());
        check.baseUrl(settings.baseUrl());
        check.accounts(settings.demo(), settings.wechat().accounts());
        if (!settings.demo()) {
            check.app(settings.wecom().app());
        }
        if (!check.problems.isEmpty()) {
            throw new ConfigException(check.problems);
        }
    }

    /** @throws ConfigException when the door for warnings is open to everybody who has read the handbook */
    public static void refuseWrong(BroadcastSettings settings, boolean demo) {
        if (!demo && settings.apiKey().equals(PUBLIC_ALERT_KEY)) {
            throw new ConfigException(List.of(new ConfigProblem(
                    "HUYING_ALERTS_API_KEY", 0, "用了 demo 的公开密钥，谁都能冒充气象台", "请换成自己生成的长密钥，例如 openssl rand -hex 32")));
        }
    }

    /** @throws ConfigException with every port that is none */
    public static void refuseWrongPorts(PropertyResolver settings) {
        SettingsCheck check = new SettingsCheck();
        check.port("PORT", settings.getProperty("server.port", ""));
        check.port("MANAGEMENT_PORT", settings.getProperty("management.server.port", ""));
        if (!check.problems.isEmpty()) {
            throw new ConfigException(check.problems);
        }
    }

    /** 0 lets the system choose. */
    private void port(String setting, String value) {
        try {
            int port = Integer.parseInt(value.strip());
            if (port >= 0 && port <= HIGHEST_PORT) {
                return;
            }
        } catch (NumberFormatException _) {
            // said below
        }
        wrong(setting, "不是端口号：" + value, "应为 1 到 65535 的整数，例如 8080");
    }

    /** What a start works with, but hardly as it is meant. */
    public static List<ConfigProblem> warnings(Settings settings) {
        String host = settings.demo()
                ? ""
                : String.valueOf(URI.create(settings.baseUrl()).getHost());
        return HERE.contains(host)
                ? List.of(new ConfigProblem(
                        "HUYING_BASE_URL",
                        0,
                        "是本机地址，群消息和通知里的链接在网格员和居民的手机上打不开",
                        "请设置成他们能打开的网址，例如 https://huying.example"))
                : List.of();
    }

    private void stores(Settings.Stores stores) {
        readable("MONGODB_URI", stores.mongodb(), ConnectionString::new, "应为 mongodb://主机:27017/huying，不设置就用内置存储");
        readable("REDIS_URI", stores.redis(), RedisURI::create, "应为 redis://主机:6379，不设置就用内置存储");
    }

    /** The reason of the driver is not told: it may quote the password. */
    private void readable(String setting, String uri, Function<String, Object> reader, String mend) {
        if (uri.isEmpty()) {
            return;
        }
        try {
            var _ = reader.apply(uri);
        } catch (IllegalArgumentException _) {
            wrong(setting, "不是可用的地址", mend);
        }
    }

    private void baseUrl(String url) {
        boolean web = url.startsWith("https://") || url.startsWith("http://");
        if (!web || !namesAHost(url)) {
            wrong("HUYING_BASE_URL", "不是网址", "应为居民和网格员能打开的地址，例如 https://huying.example");
        }
    }

    private static boolean namesAHost(String url) {
        try {
            return URI.create(url).getHost() != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /** The demo's keys are public, and its platform is a fake: neither may meet a real account. */
    private void accounts(boolean demo, List<Settings.Account> accounts) {
        if (accounts.isEmpty()) {
            wrong(
                    "HUYING_WECHAT_ACCOUNTS_0_APP_ID",
                    "还没有设置公众号",
                    "请按 README 的配置表设置 HUYING_WECHAT_ACCOUNTS_0_…；只想试用请运行 ./huying demo");
        }
        for (int i = 0; i < accounts.size(); i++) {
            account("HUYING_WECHAT_ACCOUNTS_" + i, demo, accounts.get(i));
        }
    }

    private void account(String setting, boolean demo, Settings.Account account) {
        boolean shown = account.appId().startsWith(DEMO_APP_IDS);
        if (demo && !shown) {
            wrong(setting, "demo 里不能用真实的公众号 " + account.appId(), "真实公众号请用 ./huying serve");
        } else if (!demo && (shown || usesPublicKeys(account))) {
            wrong(setting, "正式环境里用了 demo 的公众号或它的公开密钥，谁都能冒充微信发消息", "请换成公众平台给出的 AppID、AppSecret、Token 和 EncodingAESKey");
        }
    }

    private static boolean usesPublicKeys(Settings.Account account) {
        return List.of(account.secret(), account.token(), account.aesKey()).stream()
                .anyMatch(PUBLIC::contains);
    }

    private void app(Settings.App app) {
        if (List.of(app.corpId(), app.secret(), app.token(), app.aesKey()).stream()
                .anyMatch(PUBLIC::contains)) {
            wrong("HUYING_WECOM", "用了 demo 的公开密钥，谁都能冒充企业微信发消息", "请换成企业微信管理后台给出的企业 ID、Secret、Token 和 EncodingAESKey");
        }
    }

    private void wrong(String setting, String reason, String mend) {
        problems.add(new ConfigProblem(setting, 0, reason, mend));
    }
}
