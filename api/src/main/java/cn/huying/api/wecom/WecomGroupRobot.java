package cn.huying.api.wecom;

import cn.huying.api.delivery.Attempts;
import cn.huying.api.delivery.BaseUrl;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.delivery.channel.GroupRobot;
import cn.huying.bot.grid.GridId;
import java.util.Optional;
import java.util.random.RandomGenerator;
import me.chanjar.weixin.cp.api.impl.WxCpServiceOkHttpImpl;
import me.chanjar.weixin.cp.bean.message.WxCpGroupRobotMessage;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.constant.WxCpConsts.GroupRobotMsgType;
import okhttp3.OkHttpClient;
import reactor.core.publisher.Mono;

/** Group robots through WxJava. */
public final class WecomGroupRobot implements GroupRobot {
    /** The result for a grid that has no robot: no code of the platform's. */
    private static final int NO_ROBOT = 0;

    private final RobotKeys keys;
    private final Attempts attempts;
    private final String address;
    private final WxCpServiceOkHttpImpl calls;
    private final RobotErrors errors = new RobotErrors(RandomGenerator.getDefault());

    public WecomGroupRobot(RobotKeys keys, BaseUrl baseUrl, OkHttpClient http, Attempts attempts) {
        this.keys = keys;
        this.attempts = attempts;
        this.address = baseUrl.value() + "/cgi-bin/webhook/send?key=";
        this.calls = new RobotCalls(http);
        WxCpDefaultConfigImpl storage = new WxCpDefaultConfigImpl();
        storage.setBaseApiUrl(baseUrl.value());
        calls.setWxCpConfigStorage(storage);
        calls.setMaxRetryTimes(0);
    }

    @Override
    public Mono<DeliveryResult> post(GridId grid, String markdown) {
        Optional<RobotKey> key = keys.of(grid);
        if (key.isEmpty()) {
            return Mono.just(new DeliveryResult.Refused(NO_ROBOT));
        }
        String body = new WxCpGroupRobotMessage()
                .setMsgType(GroupRobotMsgType.MARKDOWN)
                .setContent(WecomMarkdown.cut(markdown))
                .toJson();
        String url = address + key.get().value();
        return attempts.attempt(() -> calls.postWithoutToken(url, body), errors::of);
    }

    /** WxJava with the given HTTP client instead of one of its own. */
    private static final class RobotCalls extends WxCpServiceOkHttpImpl {
        private final OkHttpClient http;

        RobotCalls(OkHttpClient http) {
            this.http = http;
        }

        @Override
        public void initHttp() {
            // the client is given, there is nothing to build
        }

        @Override
        public OkHttpClient getRequestHttpClient() {
            return http;
        }
    }
}
