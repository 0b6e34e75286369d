package cn.huying.api;

import cn.huying.api.delivery.Attempts;
import cn.huying.api.delivery.BaseUrl;
import cn.huying.api.delivery.PlatformHttp;
import cn.huying.api.demo.DemoRobots;
import cn.huying.api.launch.WarmUp;
import cn.huying.api.settings.Settings;
import cn.huying.api.wechat.OfficialAccount;
import cn.huying.api.wechat.OfficialAccounts;
import cn.huying.api.wechat.WebhookController;
import cn.huying.api.wechat.WebhookCounters;
import cn.huying.api.wechat.WxCustomerService;
import cn.huying.api.wecom.RobotKey;
import cn.huying.api.wecom.RobotKeys;
import cn.huying.api.wecom.WecomGroupRobot;
import cn.huying.api.welcome.StartPage;
import cn.huying.bot.dialogue.ConversationStore;
import cn.huying.bot.dialogue.Dialogue;
import cn.huying.bot.dialogue.Tally;
import cn.huying.bot.message.InboxStore;
import cn.huying.bot.message.Reception;
import cn.huying.bot.repair.UnansweredQueue;
import cn.huying.bot.repair.VerdictQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import okhttp3.OkHttpClient;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The ways in and out: the official accounts' callback, customer-service messages, group robots. */
@Configuration(proxyBeanMethods = false)
class DoorsConfiguration {
    private static final boolean CONSOLE_IS_OPEN = true;

    @Bean
    OfficialAccounts officialAccounts(Settings settings) {
        List<Settings.Account> accounts = settings.wechat().accounts();
        return new OfficialAccounts(IntStream.range(0, accounts.size())
                .mapToObj(i -> account("HUYING_WECHAT_ACCOUNTS_" + i, accounts.get(i)))
                .toList());
    }

    private static OfficialAccount account(String setting, Settings.Account a) {
        return OfficialAccount.of(setting, a.appId(), a.secret(), a.token(), a.aesKey(), a.originalId());
    }

    @Bean
    WebhookController webhook(OfficialAccounts accounts, Reception reception, Clock clock, MeterRegistry meters) {
        return new WebhookController(accounts, reception, clock, new WebhookCounters(meters));
    }

    @Bean
    ApplicationRunner warmUp(
            OfficialAccounts accounts,
            Dialogue dialogue,
            ConversationStore conversations,
            InboxStore inbox,
            Clock clock,
            Environment environment) {
        WarmUp warmUp = new WarmUp(accounts, dialogue, conversations, inbox, clock);
        return started -> warmUp.run(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    @Bean
    StartPage startPage(Settings settings, Environment environment) {
        return new StartPage(
                settings.demo(),
                CONSOLE_IS_OPEN,
                () -> environment.getProperty("local.management.port", Integer.class, 0));
    }

    @Bean
    Tally tally(MeterRegistry meters, UnansweredQueue unanswered, VerdictQueue verdicts) {
        Tally counts = outcome -> meters.counter(
                        "huying.messages",
                        "outcome",
                        outcome.kind().name().toLowerCase(Locale.ROOT),
                        "group",
                        outcome.group())
                .increment();
        return outcome -> {
            counts.handled(outcome);
            outcome.missed().ifPresent(unanswered::add);
            outcome.judged().ifPresent(verdicts::add);
        };
    }

    @Bean
    OkHttpClient platformHttp() {
        return PlatformHttp.client();
    }

    @Bean(destroyMethod = "close")
    Attempts attempts() {
        return new Attempts();
    }

    @Bean
    WxCustomerService customerService(
            OfficialAccounts accounts, Settings settings, OkHttpClient http, Attempts attempts, Clock clock) {
        BaseUrl base =
                BaseUrl.of("HUYING_WECHAT_API_BASE_URL", settings.wechat().apiBaseUrl());
        return new WxCustomerService(accounts, base, http, attempts, clock, settings.zone());
    }

    @Bean
    WecomGroupRobot groupRobot(RobotKeys keys, Settings settings, OkHttpClient http, Attempts attempts) {
        BaseUrl base = BaseUrl.of("HUYING_WECOM_API_BASE_URL", settings.wecom().apiBaseUrl());
        return new WecomGroupRobot(keys, base, http, attempts);
    }

    /** In the demo every group has a robot of the built-in platform. */
    @Bean
    RobotKeys robotKeys(Settings settings, EditableFiles files) {
        return grid -> settings.demo()
                ? files.tree().find(grid).filter(node -> node.group()).map(node -> DemoRobots.keyOf(node.id()))
                : Optional.ofNullable(settings.wecom().robots().get(grid.value()))
                        .map(RobotKey::new);
    }
}
