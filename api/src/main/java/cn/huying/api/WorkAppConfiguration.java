package cn.huying.api;

import cn.huying.api.delivery.Attempts;
import cn.huying.api.delivery.BaseUrl;
import cn.huying.api.job.Every;
import cn.huying.api.job.Running;
import cn.huying.api.mongo.MongoCardCodes;
import cn.huying.api.settings.Settings;
import cn.huying.api.wecom.WecomApp;
import cn.huying.api.wecom.WecomCards;
import cn.huying.api.wecom.WecomController;
import cn.huying.bot.delivery.CardCourier;
import cn.huying.bot.delivery.channel.CardCodes;
import cn.huying.bot.delivery.channel.RobotBucket;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.handling.Taps;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The WeCom application: cards to the workers on duty, their taps, and the stand-ins when nobody signs. */
@Configuration(proxyBeanMethods = false)
public class WorkAppConfiguration {
    private static final String DEMO_CORPS = "wwdemo";
    private static final Duration FORGET = Duration.ofHours(1);

    /** The platform takes a card's code for three days. */
    private static final Duration CODES_LIVE = Duration.ofHours(72);

    /** The application; empty where none is set up. */
    public record App(Optional<WecomApp> app) {}

    /** What carries cards; empty where no application is set up. */
    record Cards(Optional<CardCourier> courier) {}

    @Bean
    App wecomApp(Settings settings) {
        return new App(app(settings));
    }

    /** @throws ConfigException when it is set up by half, or the demo's and a real one are mixed */
    static Optional<WecomApp> app(Settings settings) {
        Settings.App app = settings.wecom().app();
        if (!app.isSet()) {
            return Optional.empty();
        }
        if (app.corpId().startsWith(DEMO_CORPS) != settings.demo()) {
            throw new ConfigException(List.of(new ConfigProblem(
                    "HUYING_WECOM_CORP_ID",
                    0,
                    settings.demo() ? "demo 里不能用真实的企业 " + app.corpId() : "正式环境里不能用 demo 的企业 " + app.corpId(),
                    settings.demo() ? "真实企业请用 ./huying serve" : "请换成企业微信管理后台给出的企业 ID 和密钥")));
        }
        return Optional.of(WecomApp.of(app.corpId(), app.agentId(), app.secret(), app.token(), app.aesKey()));
    }

    @Bean
    MongoCardCodes cardCodes(MongoDatabase database) {
        return new MongoCardCodes(database);
    }

    @Bean
    Cards workerCards(
            App app,
            CardCodes codes,
            RobotBucket bucket,
            EditableFiles files,
            Settings settings,
            OkHttpClient http,
            Attempts attempts) {
        BaseUrl base = BaseUrl.of("HUYING_WECOM_API_BASE_URL", settings.wecom().apiBaseUrl());
        return new Cards(app.app()
                .map(known -> new WecomCards(known, base, http, attempts))
                .map(cards -> new CardCourier(cards, codes, bucket, files.texts())));
    }

    @Bean
    Taps taps(Requests requests, EditableFiles files, CardCodes codes, Clock clock) {
        return new Taps(requests, files.lifeCycle(), files.cards(), codes, files.texts(), clock);
    }

    @Bean
    WecomController wecomController(App app, Taps taps, Clock clock, MeterRegistry meters) {
        return new WecomController(app.app(), taps, clock, meters);
    }

    @Bean
    Running cardCodesRetention(CardCodes codes, Clock clock) {
        return Running.of(new Every(
                "card codes past their time",
                FORGET,
                () -> codes.forget(clock.instant().minus(CODES_LIVE))));
    }
}
