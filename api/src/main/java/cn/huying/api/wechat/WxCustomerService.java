package cn.huying.api.wechat;

import cn.huying.api.callback.CleanText;
import cn.huying.api.delivery.Attempts;
import cn.huying.api.delivery.BaseUrl;
import cn.huying.bot.delivery.channel.CustomerService;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.PassiveText;
import cn.huying.bot.message.Sender;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import okhttp3.OkHttpClient;
import reactor.core.publisher.Mono;

/** Customer-service messages through WxJava, each by the account the resident wrote to. */
public final class WxCustomerService implements CustomerService {
    private static final String TOKEN_PATH = "/cgi-bin/stable_token";
    private static final int NO_SUCH_ACCOUNT = 40013;

    private final Map<AppId, AccountCalls> calls;
    private final Attempts attempts;
    private final ErrorTable errors;

    /** @param zone of the platform's quota days, Asia/Shanghai */
    public WxCustomerService(
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
    public Mono<DeliveryResult> send(Sender to, String text) {
        AccountCalls account = calls.get(to.appId());
        if (account == null) {
            return Mono.just(new DeliveryResult.ChannelDown(NO_SUCH_ACCOUNT));
        }
        WxMpKefuMessage message = WxMpKefuMessage.TEXT()
                .toUser(to.openId().value())
                .content(PassiveText.cut(CleanText.of(text, text.length()), PassiveText.MOST_BYTES))
                .build();
        return attempts.attempt(() -> account.getKefuService().sendKefuMessageWithResponse(message), errors::of);
    }

    /** Asks the platform for a token now, which shows that account, secret and the server's address are in order. Sends nothing. */
    public Mono<DeliveryResult> renewToken(AppId appId) {
        AccountCalls account = calls.get(appId);
        return account == null
                ? Mono.just(new DeliveryResult.ChannelDown(NO_SUCH_ACCOUNT))
                : attempts.attempt(account::renewed, errors::of);
    }

    /** Asks the platform how many tokens may still be fetched today; delivered with {@code left/limit} for the id. Sends nothing. */
    public Mono<DeliveryResult> tokensLeft(AppId appId) {
        AccountCalls account = calls.get(appId);
        return account == null
                ? Mono.just(new DeliveryResult.ChannelDown(NO_SUCH_ACCOUNT))
                : attempts.attempt(() -> account.callsLeft(TOKEN_PATH), AccountCalls.LEFT, errors::of);
    }
}
