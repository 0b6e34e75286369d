package cn.huying.api.wecom;

import cn.huying.api.callback.SignedQuery;
import cn.huying.bot.staff.WorkerId;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.util.ArrayList;
import java.util.List;

/**
 * The WeCom application as the operator set it up. Prints neither secret, token nor key.
 *
 * @param secret the application's secret, for calls to the platform
 * @param token signs callbacks
 * @param aesKey the EncodingAESKey: 43 characters of A–Z a–z 0–9
 */
public record WecomApp(String corpId, int agentId, String secret, String token, String aesKey) {
    private static final int KEY_LENGTH = 43;
    private static final int LONGEST_TOKEN = 32;
    private static final int SHORTEST_TOKEN = 3;
    private static final int MOST_DIGITS = 9;

    /** @throws ConfigException with every setting that is wrong, why, and how to mend it */
    public static WecomApp of(String corpId, String agentId, String secret, String token, String aesKey) {
        List<ConfigProblem> problems = new ArrayList<>();
        check(problems, isId(corpId), "CORP_ID", "应是企业微信“我的企业”里的企业 ID（ww 开头）");
        check(problems, isNumber(agentId), "AGENT_ID", "应是自建应用页面上的 AgentId（数字）");
        check(problems, !secret.isBlank(), "SECRET", "应是自建应用页面上的 Secret");
        check(problems, tokenFits(token), "TOKEN", "应与应用“接收消息”里的 Token 一致：3 到 32 位字母、数字");
        check(problems, keyFits(aesKey), "AES_KEY", "应是应用“接收消息”里的 EncodingAESKey：43 位，只含 A–Z、a–z、0–9");
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new WecomApp(corpId, Integer.parseInt(agentId), secret, token, aesKey);
    }

    private static void check(List<ConfigProblem> problems, boolean fine, String setting, String mend) {
        if (!fine) {
            problems.add(new ConfigProblem("HUYING_WECOM_" + setting, 0, "没有设置或格式不对", mend));
        }
    }

    private static boolean isId(String id) {
        return WorkerId.isWorkerId(id) && letters(id);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
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
        return "WecomApp[" + corpId + ", " + agentId + ", ***]";
    }
}
