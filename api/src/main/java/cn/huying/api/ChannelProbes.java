package cn.huying.api;

import cn.huying.api.console.channels.Probe;
import cn.huying.api.console.channels.Probe.Finding;
import cn.huying.api.redis.Redis;
import cn.huying.api.wechat.OfficialAccount;
import cn.huying.api.wechat.PlatformCodec;
import cn.huying.api.wechat.WxCustomerService;
import cn.huying.api.wecom.RobotKeys;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridTree;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.lettuce.core.ScriptOutputType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** What the channels page looks at. Every finding says what to do about it. */
final class ChannelProbes {
    private static final String ECHO = "huying-self-check";
    private static final Duration CALLBACK_PATIENCE = Duration.ofSeconds(5);
    /** A tenth of the day's calls left is few. */
    private static final int FEW = 10;

    private static final int WRONG_SECRET = 40125;
    private static final int WRONG_APP_ID = 40013;
    private static final int ADDRESS_NOT_ALLOWED = 40164;

    private ChannelProbes() {}

    private record Named(String name, Group group, Supplier<Mono<Finding>> looking) implements Probe {
        @Override
        public Mono<Finding> look() {
            return Mono.defer(looking);
        }
    }

    static Probe token(OfficialAccount account, WxCustomerService service) {
        return new Named(
                account.appId().value() + " 取得令牌",
                Probe.Group.ACCOUNT,
                () -> service.renewToken(account.appId()).map(ChannelProbes::tokenFinding));
    }

    private static Finding tokenFinding(DeliveryResult result) {
        return switch (result) {
            case DeliveryResult.Delivered _ -> Finding.good("平台给了令牌");
            case DeliveryResult.RetryAfter(Duration _, int code) ->
                Finding.bad("暂时取不到令牌" + coded(code), "请检查服务器能否访问微信平台，稍后再查");
            case DeliveryResult.Unknown(String _) -> Finding.bad("平台没有回答", "请检查服务器的网络和 HUYING_WECHAT_API_BASE_URL");
            case DeliveryResult.ChannelDown(int code) -> Finding.bad("平台拒绝" + coded(code), mend(code));
            case DeliveryResult.Refused(int code) -> Finding.bad("平台拒绝" + coded(code), mend(code));
            case DeliveryResult.Unreachable(int code) -> Finding.bad("平台拒绝" + coded(code), mend(code));
        };
    }

    /** How many tokens may still be fetched today. */
    static Probe quota(OfficialAccount account, WxCustomerService service) {
        return new Named(
                account.appId().value() + " 令牌额度",
                Probe.Group.ACCOUNT,
                () -> service.tokensLeft(account.appId())
                        .map(result -> result instanceof DeliveryResult.Delivered(String left)
                                ? quotaFinding(left)
                                : Finding.doubtful("现在查不到", "不影响收发；请稍后再查")));
    }

    private static Finding quotaFinding(String told) {
        int slash = told.indexOf('/');
        int left = Integer.parseInt(told.substring(0, slash));
        int limit = Integer.parseInt(told.substring(slash + 1));
        String words = "今天还能取 " + left + " 次，一天共 " + limit + " 次";
        if (left == 0) {
            return Finding.bad(words, "令牌到期后就发不出消息；请查是谁在用同一个 AppSecret 反复取令牌，或在公众平台清零");
        }
        return left * FEW < limit ? Finding.doubtful(words, "用得太快；请查是否有别的程序在用同一个 AppSecret") : Finding.good(words);
    }

    private static String coded(int code) {
        return code == 0 ? "" : "（" + code + "）";
    }

    private static String mend(int code) {
        return switch (code) {
            case WRONG_SECRET -> "AppSecret 不对：请在公众平台重置后更新 HUYING_WECHAT_ACCOUNTS_…_SECRET";
            case WRONG_APP_ID -> "AppID 不对：请核对 HUYING_WECHAT_ACCOUNTS_…_APP_ID";
            case ADDRESS_NOT_ALLOWED -> "请把本服务器的出口 IP 加入公众平台的 IP 白名单";
            default -> "请按错误码在公众平台文档里查原因";
        };
    }

    /** Calls this installation by the address the platform has, signed as the platform signs. */
    static Probe callback(OfficialAccount account, String baseUrl, Clock clock) {
        String address = baseUrl + "/wechat/mp/" + account.appId().value() + '?';
        HttpClient http = HttpClient.create().responseTimeout(CALLBACK_PATIENCE);
        return new Named(
                account.appId().value() + " 回调地址",
                Probe.Group.ACCOUNT,
                () -> http.get()
                        .uri(address + new PlatformCodec(account, clock).verification(ECHO))
                        .responseSingle((response, body) -> body.asString()
                                .defaultIfEmpty("")
                                .map(said -> callbackFinding(response.status().code(), said)))
                        .onErrorResume(error ->
                                Mono.just(Finding.bad("从本机访问不到 " + baseUrl, "请检查 HUYING_BASE_URL、域名解析和反向代理"))));
    }

    private static Finding callbackFinding(int status, String said) {
        if (status == 200 && said.equals(ECHO)) {
            return Finding.good("能通，签名也对");
        }
        return status == 403
                ? Finding.bad("签名不对", "这个地址后面的呼应用的是另一套 Token；请核对各副本的 HUYING_WECHAT_ACCOUNTS_…_TOKEN")
                : Finding.bad("回答不对（HTTP " + status + "）", "HUYING_BASE_URL 指到了别的服务；请检查反向代理");
    }

    static Probe robots(RobotKeys keys, GridTree tree) {
        return new Named(
                "网格群机器人",
                Probe.Group.WECOM,
                () -> Mono.fromSupplier(() -> {
                    List<Grid> groups = tree.grids().stream()
                            .filter(grid -> grid.group() && grid.active())
                            .toList();
                    List<Grid> without = groups.stream()
                            .filter(grid -> keys.of(grid.id()).isEmpty())
                            .toList();
                    return without.isEmpty()
                            ? Finding.good(groups.size() + " 个群都设了机器人")
                            : Finding.bad(
                                    without.size() + " 个群没有机器人：" + names(without),
                                    "请在企业微信群里添加机器人，把 key 填到 huying.wecom.robots");
                }));
    }

    private static String names(List<Grid> grids) {
        return grids.stream().map(Grid::name).collect(Collectors.joining("、"));
    }

    static Probe mongo(MongoDatabase database) {
        return new Named(
                "MongoDB",
                Probe.Group.STORE,
                () -> Mono.from(database.runCommand(new BsonDocument("ping", new BsonInt32(1))))
                        .map(pong -> Finding.good("有应答"))
                        .onErrorResume(
                                error -> Mono.just(Finding.bad("没有应答", "收到的消息现在存不下来，平台会重试；请马上检查 MONGODB_URI 和数据库"))));
    }

    static Probe redis(Redis redis) {
        return new Named(
                "Redis",
                Probe.Group.STORE,
                () -> redis.commands()
                        .<Long>eval("return 1", ScriptOutputType.INTEGER)
                        .next()
                        .map(pong -> Finding.good("有应答"))
                        .onErrorResume(
                                error -> Mono.just(Finding.doubtful("没有应答", "不影响收发，只是群消息限速变成各算各的；请检查 REDIS_URI"))));
    }
}
