package cn.huying.api;

import cn.huying.api.alert.AlertController;
import cn.huying.api.alert.AlertFolder;
import cn.huying.api.alert.ApiKey;
import cn.huying.api.delivery.Attempts;
import cn.huying.api.delivery.BaseUrl;
import cn.huying.api.job.Every;
import cn.huying.api.job.Nudge;
import cn.huying.api.job.Running;
import cn.huying.api.mongo.broadcast.MongoAlertStore;
import cn.huying.api.mongo.broadcast.MongoBroadcastStore;
import cn.huying.api.mongo.broadcast.MongoRecipientStore;
import cn.huying.api.mongo.resident.MongoResidentStore;
import cn.huying.api.settings.BroadcastSettings;
import cn.huying.api.settings.Settings;
import cn.huying.api.settings.SettingsCheck;
import cn.huying.api.wechat.OfficialAccounts;
import cn.huying.api.wechat.WechatMassSender;
import cn.huying.bot.alert.AlertRules;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.Vouching;
import cn.huying.bot.broadcast.alert.AlertAreas;
import cn.huying.bot.broadcast.alert.Alerts;
import cn.huying.bot.broadcast.sending.BroadcastDispatcher;
import cn.huying.bot.broadcast.sending.Carrier;
import cn.huying.bot.broadcast.sending.MassSender;
import cn.huying.bot.delivery.allowance.QuotaLedger;
import cn.huying.bot.delivery.channel.CustomerService;
import cn.huying.bot.delivery.channel.GroupRobot;
import cn.huying.bot.delivery.channel.RobotBucket;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Schedulers;

/** Alerts and broadcasts: their doors, stores and jobs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BroadcastSettings.class)
class BroadcastConfiguration {
    /** Only for what no nudge told of: other replicas' broadcasts, batches due later, what a crash left. */
    private static final Duration ROUND = Duration.ofSeconds(2);

    private static final Duration ENDED = Duration.ofSeconds(30);
    private static final Duration FOLDER = Duration.ofSeconds(2);

    @Bean
    MongoBroadcastStore broadcastStore(MongoDatabase database) {
        MongoBroadcastStore store = new MongoBroadcastStore(database);
        FirstCall.to(store.prepare());
        return store;
    }

    @Bean
    MongoRecipientStore recipientStore(MongoDatabase database) {
        MongoRecipientStore store = new MongoRecipientStore(database);
        FirstCall.to(store.prepare());
        return store;
    }

    @Bean
    MongoAlertStore alertStore(MongoDatabase database) {
        MongoAlertStore store = new MongoAlertStore(database);
        FirstCall.to(store.prepare());
        return store;
    }

    @Bean
    BroadcastTexts broadcastTexts(EditableFiles files, Settings settings) {
        return new BroadcastTexts(files.texts(), settings.zone());
    }

    @Bean
    Nudge broadcastNudge() {
        return new Nudge();
    }

    @Bean
    Broadcasts broadcasts(
            MongoBroadcastStore store,
            MongoRecipientStore recipients,
            EditableFiles files,
            BroadcastSettings settings,
            Nudge broadcastNudge,
            Clock clock) {
        Vouching vouching = new Vouching(settings.vouched());
        return new Broadcasts(store, recipients, files.tree(), vouching, broadcastNudge::give, clock);
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
        SettingsCheck.refuseWrong(settings, general.demo());
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
        FirstCall.to(residents.prepare());
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

    /** At the end, what is being sent is let come to an end first. */
    @Bean
    Running broadcastsRun(BroadcastDispatcher dispatcher, Nudge broadcastNudge, Alerts alerts, AlertFolder folder) {
        List<Every> jobs = List.of(
                new Every("broadcasts moved on", ROUND, broadcastNudge, dispatcher::prepare),
                new Every("broadcast batches sent", ROUND, broadcastNudge, dispatcher::send),
                new Every("alerts over", ENDED, alerts::endExpired),
                new Every("alert files", FOLDER, folder::sweep));
        return new Running(
                () -> jobs.forEach(Every::start), () -> dispatcher.stop().then(Running.ended(jobs)));
    }
}
