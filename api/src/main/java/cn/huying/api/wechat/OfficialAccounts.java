package cn.huying.api.wechat;

import cn.huying.bot.message.AppId;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The official accounts this installation answers for. */
public final class OfficialAccounts {
    private final Map<AppId, OfficialAccount> byAppId;

    /** @throws ConfigException when two accounts have the same app id */
    public OfficialAccounts(List<OfficialAccount> accounts) {
        this.byAppId = accounts.stream()
                .collect(Collectors.toUnmodifiableMap(
                        OfficialAccount::appId, Function.identity(), (first, second) -> refuse(second)));
    }

    public Optional<OfficialAccount> find(AppId appId) {
        return Optional.ofNullable(byAppId.get(appId));
    }

    public Collection<OfficialAccount> all() {
        return byAppId.values();
    }

    private static OfficialAccount refuse(OfficialAccount twice) {
        throw new ConfigException(List.of(
                new ConfigProblem("HUYING_WECHAT_ACCOUNTS", 0, "公众号 " + twice.appId() + " 配置了两次", "每个 AppID 只保留一组设置")));
    }
}
