package cn.huying.api.wechat;

import cn.huying.api.callback.CleanText;
import cn.huying.api.delivery.Attempts;
import cn.huying.api.delivery.BaseUrl;
import cn.huying.bot.broadcast.sending.MassSender;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.OpenId;
import cn.huying.bot.message.PassiveText;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import okhttp3.OkHttpClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Mass sends by list of openids. The platform knows each by its {@code clientmsgid} and carries it out once. */
public final class WechatMassSender implements MassSender {
    private static final String MSG_ID = "msg_id";
    private static final int NO_SUCH_ACCOUNT = 40013;
    private static final int ALREADY_SENT = 45065;
    private static final JsonMapper JSON = new JsonMapper();

    private final Map<AppId, AccountCalls> calls;
    private final Attempts attempts;
    private final ErrorTable errors;

    /** @param zone of the platform's quota days, Asia/Shanghai */
    public WechatMassSender(
            OfficialAccounts accounts,
            BaseUrl baseUrl,
            OkHttpClient http,
            Attempts attempts,
            Clock clock,
            ZoneId zone) {
        this.calls = accounts.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        OfficialAccount::appId, account -> new AccountCalls(account, baseUrl, http, clock)));
        this.attempts = attempts;
        this.errors = new ErrorTable(clock, zone, RandomGenerator.getDefault());
    }

    @Override
    public Mono<DeliveryResult> send(AppId account, String key, String text, List<OpenId> to) {
        AccountCalls platform = calls.get(account);
        if (platform == null) {
            return Mono.just(new DeliveryResult.ChannelDown(NO_SUCH_ACCOUNT));
        }
        return attempts.attempt(
                () -> platform.post(
                        WxMpApiUrl.MassMessage.MESSAGE_MASS_SEND_URL.getUrl(platform.getWxMpConfigStorage()),
                        body(key, text, to)),
                MSG_ID,
                this::meaning);
    }

    /** Sent before under this key: that one's id comes with it, under which the report will come. */
    private DeliveryResult meaning(int code, String remoteId) {
        return code == ALREADY_SENT ? new DeliveryResult.Delivered(remoteId) : errors.of(code);
    }

    private static String body(String key, String text, List<OpenId> to) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode list = body.putArray("touser");
        to.forEach(openId -> list.add(openId.value()));
        body.put("msgtype", "text");
        body.putObject("text")
                .put("content", PassiveText.cut(CleanText.of(text, text.length()), PassiveText.MOST_BYTES));
        body.put("clientmsgid", key);
        return body.toString();
    }
}
