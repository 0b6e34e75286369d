package cn.huying.api.wecom;

import cn.huying.api.delivery.Attempts;
import cn.huying.api.delivery.BaseUrl;
import cn.huying.bot.delivery.channel.Card;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.delivery.channel.WorkerCards;
import cn.huying.bot.staff.WorkerId;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;
import reactor.core.publisher.Mono;

/** Workers' cards as messages of the WeCom application, through WxJava. */
public final class WecomCards implements WorkerCards {
    private static final String SEND = "/cgi-bin/message/send";
    private static final String UPDATE = "/cgi-bin/message/update_template_card";
    private static final String CODE = "response_code";

    private final AppCalls calls;
    private final CardJson json;
    private final Attempts attempts;
    private final AppErrors errors = new AppErrors(RandomGenerator.getDefault());

    public WecomCards(WecomApp app, BaseUrl baseUrl, OkHttpClient http, Attempts attempts) {
        this.calls = new AppCalls(app, baseUrl, http);
        this.json = new CardJson(app.agentId());
        this.attempts = attempts;
    }

    @Override
    public Mono<DeliveryResult> send(WorkerId to, Card card) {
        return attempts.attempt(() -> calls.call(SEND, json.message(to, card)), CODE, errors::of);
    }

    @Override
    public Mono<DeliveryResult> update(WorkerId to, String code, Card card) {
        return attempts.attempt(() -> calls.call(UPDATE, json.update(to, code, card)), errors::of);
    }
}
