package cn.huying.api;

import cn.huying.api.alert.AlertController;
import cn.huying.api.alert.AlertFolder;
import cn.huying.api.alert.ApiKey;
import cn.huying.api.delivery.Attempts;
import cn.huying.api.delivery.BaseUrl;
import cn.huying.api.job.Every;
import cn.huying.api.mongo.MongoAlertStore;
import cn.huying.api.mongo.MongoBroadcastStore;
import cn.huying.api.mongo.MongoRecipientStore;
import cn.huying.api.mongo.MongoResidentStore;
import cn.huying.api.wechat.OfficialAccounts;
import cn.huying.api.wechat.WechatMassSender;
import cn.huying.bot.alert.AlertRules;
import cn.huying.bot.broadcast.AlertAreas;
import cn.huying.bot.broadcast.Alerts;
import cn.huying.bot.broadcast.BroadcastDispatcher;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.Carrier;
import cn.huying.bot.broadcast.MassSender;
import cn.huying.bot.broadcast.Vouching;
import cn.huying.bot.delivery.CustomerService;
import cn.huying.bot.delivery.GroupRobot;
import cn.huying.bot.delivery.QuotaLedger;
import cn.huying.bot.delivery.RobotBucket;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;

/** Alerts and broadcasts: their doors, stores and jobs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BroadcastSettings.class)
class BroadcastConfiguration {
    /** Printed in the handbook for everybody to read. */
    private static final String PUBLIC_KEY = "huying-demo-key";

    private static final Duration STORE_PATIENCE = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final Duration ENDED = Duration.ofSeconds(30);
    private static final Duration FOLDER = Duration.ofSeconds(2);

    @Bean
    MongoBroadcastStore broadcastStore(MongoDatabase database) {
        MongoBroadcastStore store = new MongoBroadcastStore(database);
        store.prepare().block(STORE_PATIENCE);
        return store;
    }

    @Bean
    MongoRecipientStore recipientStore(MongoDatabase database) {
        MongoRecipientStore store = new MongoRecipientStore(database);
        store.prepare().block(STORE_PATIENCE);
        return store;
    }

    @Bean
    MongoAlertStore alertStore(MongoDatabase database) {
        MongoAlertStore store = new MongoAlertStore(database);
        store.prepare().block(STORE_PATIENCE);
        return store;
    }

    @Bean
    BroadcastTexts broadcastTexts(EditableFiles files, Settings settings) {
        return new BroadcastTexts(files.texts(), settings.zone());
    }

    @Bean
    Broadcasts broadcasts(
            MongoBroadcastStore store,
            MongoRecipientStore recipients,
            EditableFiles files,
            BroadcastSettings settings,
            Clock clock) {
        return new Broadcasts(store, recipients, files.tree(), new Vouching(settings.vouched()), clock);
    }

    @Bean
    Alerts alerts(
            MongoAlertStore kept,
            MongoBroadcastStore store,
            Broadcasts broadcasts,
            BroadcastTexts texts,
            EditableFiles files,
            BroadcastSettings settings,
            Clock clock) {
        AlertRules rules = new AlertRules(settings.senders());
        return new Alerts(kept, store, broadcasts, rules, texts, new AlertAreas(files.tree()), clock);
    }

    @Bean
    AlertController alertController(Alerts alerts, BroadcastSettings settings, Settings general) {
        if (!general.demo() && settings.apiKey().equals(PUBLIC_KEY)) {
            throw new ConfigException(List.of(new ConfigProblem(
                    "HUYING_ALERTS_API_KEY", 0, "用了 demo 的公开密钥，谁都能冒充气象台", "请换成自己生成的长密钥，例如 openssl rand -hex 32")));
        }
        return new AlertController(alerts, new ApiKey(settings.apiKey()));
    }

    @Bean
    AlertFolder alertFolder(Alerts alerts, Settings settings, Clock clock) {
        return new AlertFolder(settings.data().resolve("alerts-in"), alerts, clock, Schedulers.boundedElastic());
    }

    @Bean
    WechatMassSender massSender(
            OfficialAccounts accounts, Settings settings, OkHttpClient http, Attempts attempts, Clock clock) {
        BaseUrl base =
                BaseUrl.of("HUYING_WECHAT_API_BASE_URL", settings.wechat().apiBaseUrl());
        return new WechatMassSender(accounts, base, http, attempts, clock, settings.zone());
    }

    @Bean
    Carrier broadcastCarrier(
            MassSender massSender,
            CustomerService customerService,
            QuotaLedger quotas,
            GroupRobot robot,
            RobotBucket bucket,
            Clock clock) {
        return new Carrier(massSender, customerService, quotas, robot, bucket, clock);
    }

    /** Everyone a broadcast reaches is found through this; its indexes are made here, for nobody else needs them. */
    @Bean
    BroadcastDispatcher.Stores broadcastStores(
            MongoBroadcastStore broadcasts, MongoRecipientStore recipients, MongoResidentStore residents) {
        residents.prepare().block(STORE_PATIENCE);
        return new BroadcastDispatcher.Stores(broadcasts, recipients, residents);
    }

    @Bean
    BroadcastDispatcher broadcastDispatcher(
            Broadcasts broadcasts,
            BroadcastDispatcher.Stores stores,
            EditableFiles files,
            Carrier carrier,
            BroadcastTexts texts,
            Clock clock) {
        return new BroadcastDispatcher(broadcasts, stores, files.tree(), carrier, texts, clock);
    }

    /** Ends before the web server does, whose event loops the stores share; what is being sent is let come to an end. */
    @Bean
    SmartLifecycle broadcastsRun(BroadcastDispatcher dispatcher, Alerts alerts, AlertFolder folder) {
        List<Every> jobs = List.of(
                new Every("broadcasts moved on", ROUND, dispatcher::prepare),
                new Every("broadcast batches sent", ROUND, dispatcher::send),
                new Every("alerts over", ENDED, alerts::endExpired),
                new Every("alert files", FOLDER, folder::sweep));
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                jobs.forEach(Every::start);
                running = true;
            }

            @Override
            public void stop(Runnable callback) {
                running = false;
                dispatcher
                        .stop()
                        .doFinally(signal -> {
                            jobs.forEach(Every::close);
                            callback.run();
                        })
                        .subscribe(done -> {}, error -> {});
            }

            @Override
            public void stop() {
                stop(() -> {});
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
