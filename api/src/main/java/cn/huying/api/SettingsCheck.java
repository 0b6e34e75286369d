package cn.huying.api;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import com.mongodb.ConnectionString;
import io.lettuce.core.RedisURI;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Refuses settings nothing could be started with, before anything is opened. */
final class SettingsCheck {
    /** Printed in the handbook for everybody to read: whoever knows them can speak as WeChat. */
    private static final Set<String> PUBLIC = Set.of(
            "wxdemo0000000001",
            "huying-demo-secret",
            "huying-demo-token",
            "wwdemo0000000001",
            "huying-demo-wecom",
            "huying-demo-wecom-secret",
            "aHV5aW5nLWRlbW8tYWVzLWtleS0wMDAwMDAwMDAwMDA");

    private final List<ConfigProblem> problems = new ArrayList<>();

    private SettingsCheck() {}

    /** @throws ConfigException with every setting that is wrong */
    static void refuseWrong(Settings settings) {
        SettingsCheck check = new SettingsCheck();
        check.stores(settings.stores());
        check.baseUrl(settings.baseUrl());
        if (!settings.demo()) {
            check.accounts(settings.wechat().accounts());
            check.app(settings.wecom().app());
        }
        if (!check.problems.isEmpty()) {
            throw new ConfigException(check.problems);
        }
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

    private void accounts(List<Settings.Account> accounts) {
        for (int i = 0; i < accounts.size(); i++) {
            Settings.Account account = accounts.get(i);
            if (List.of(account.appId(), account.secret(), account.token(), account.aesKey()).stream()
                    .anyMatch(PUBLIC::contains)) {
                wrong(
                        "HUYING_WECHAT_ACCOUNTS_" + i,
                        "用了 demo 的公开密钥，谁都能冒充微信发消息",
                        "请换成公众平台给出的 AppID、AppSecret、Token 和 EncodingAESKey");
            }
        }
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
