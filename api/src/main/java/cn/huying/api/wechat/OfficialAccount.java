package cn.huying.api.wechat;

import cn.huying.api.callback.SignedQuery;
import cn.huying.bot.message.AppId;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * One official account as the operator set it up. Prints neither secret, token nor key.
 *
 * @param secret the AppSecret, for calls to the platform
 * @param token signs callbacks
 * @param aesKey the EncodingAESKey: 43 characters of A–Z a–z 0–9
 * @param originalId the account's original id ({@code gh_…})
 */
public record OfficialAccount(AppId appId, String secret, String token, String aesKey, String originalId) {
    private static final int KEY_LENGTH = 43;
    private static final int LONGEST_TOKEN = 32;
    private static final int SHORTEST_TOKEN = 3;

    /**
     * @param setting how the operator knows the place of these settings, for example {@code HUYING_WECHAT_ACCOUNTS_0}
     * @throws ConfigException with every setting that is wrong, why, and how to mend it
     */
    public static OfficialAccount of(
            String setting, String appId, String secret, String token, String aesKey, String originalId) {
        List<ConfigProblem> problems = new ArrayList<>();
        check(
                problems,
                !appId.isEmpty() && letters(appId) && appId.length() <= 64,
                setting + "_APP_ID",
                "应是公众平台给出的 AppID（wx 开头，字母和数字）");
        check(problems, !secret.isBlank(), setting + "_SECRET", "应是公众平台“开发接口管理”里的 AppSecret");
        check(problems, tokenFits(token), setting + "_TOKEN", "应与公众平台“服务器配置”里的 Token 一致：3 到 32 位字母、数字、- 或 _");
        check(problems, keyFits(aesKey), setting + "_AES_KEY", "应是公众平台“服务器配置”里的 EncodingAESKey：43 位，只含 A–Z、a–z、0–9");
        check(
                problems,
                letters(originalId) && !originalId.isEmpty(),
                setting + "_ORIGINAL_ID",
                "应是公众平台“账号详情”里的原始 ID（gh_ 开头）");
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new OfficialAccount(new AppId(appId), secret, token, aesKey, originalId);
    }

    private static void check(List<ConfigProblem> problems, boolean fine, String setting, String mend) {
        if (!fine) {
            problems.add(new ConfigProblem(setting, 0, "没有设置或格式不对", mend));
        }
    }

    private static boolean tokenFits(String token) {
        return token.length() >= SHORTEST_TOKEN && token.length() <= LONGEST_TOKEN && letters(token);
    }

    private static boolean keyFits(String key) {
        return key.length() == KEY_LENGTH && letters(key) && key.indexOf('-') < 0 && key.indexOf('_') < 0;
    }

    private static boolean letters(String text) {
        return text.chars().allMatch(SignedQuery::allowed);
    }

    @Override
    public String toString() {
        return "OfficialAccount[" + appId + ", ***]";
    }
}
