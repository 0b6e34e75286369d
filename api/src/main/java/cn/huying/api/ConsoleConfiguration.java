package cn.huying.api;

import cn.huying.api.console.Audit;
import cn.huying.api.console.Labels;
import cn.huying.api.console.Lateness;
import cn.huying.api.console.Pages;
import cn.huying.api.console.Scope;
import cn.huying.api.console.broadcasts.BroadcastsController;
import cn.huying.api.console.channels.ChannelsController;
import cn.huying.api.console.channels.Probe;
import cn.huying.api.console.letters.LetterDesk;
import cn.huying.api.console.letters.LettersController;
import cn.huying.api.console.requests.RequestDesk;
import cn.huying.api.console.requests.RequestsController;
import cn.huying.api.console.requests.Search;
import cn.huying.api.console.requests.TriageController;
import cn.huying.api.console.signin.ConsoleGate;
import cn.huying.api.console.signin.HomeController;
import cn.huying.api.console.signin.SignInThrottle;
import cn.huying.api.mongo.MongoLateReplies;
import cn.huying.api.redis.Redis;
import cn.huying.api.settings.Settings;
import cn.huying.api.simulator.community.DemoStaff;
import cn.huying.api.wechat.OfficialAccount;
import cn.huying.api.wechat.OfficialAccounts;
import cn.huying.api.wechat.WxCustomerService;
import cn.huying.api.wecom.RobotKeys;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.delivery.DeadLetters;
import cn.huying.bot.delivery.OutboxDispatcher;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.handling.RequestOutbox;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.message.InboxStore;
import cn.huying.bot.request.ServiceRequestStore;
import cn.huying.bot.staff.Staff;
import cn.huying.bot.staff.StaffDirectory;
import cn.huying.bot.staff.StaffFile;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The pages of the staff, and the one directory of everybody who can sign in here or as a worker. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 500;

    /** The demo's accounts are never mixed with real ones; without a file nobody can sign in. */
    @Bean
    StaffDirectory staffDirectory(Settings settings, EditableFiles files) {
        return directory(settings, files.tree());
    }

    static StaffDirectory directory(Settings settings, GridTree tree) {
        return new StaffDirectory(settings.demo() ? DemoStaff.of(tree) : staff(settings.config(), tree));
    }

    /** @throws cn.huying.knowledge.load.ConfigException with everything that is wrong in the file */
    static List<Staff> staff(Path config, GridTree tree) {
        Path file = config.resolve("staff.yml");
        return Files.exists(file) ? StaffFile.load(file, tree) : List.of();
    }

    @Bean(destroyMethod = "dispose")
    Scheduler consolePages() {
        return Schedulers.newBoundedElastic(THREADS, MOST_WAITING, "console-pages", 60, true);
    }

    @Bean
    Audit audit() {
        return new Audit();
    }

    @Bean
    ConsoleGate consoleGate(StaffDirectory directory, Clock clock, Audit audit, Scheduler consolePages) {
        return new ConsoleGate(directory, new SignInThrottle(clock), audit, consolePages);
    }

    @Bean
    Pages pages(Scheduler consolePages) {
        return new Pages(consolePages);
    }

    @Bean
    Labels labels(EditableFiles files, Settings settings, Clock clock) {
        return new Labels(files.texts(), clock, settings.zone());
    }

    @Bean
    Scope scope(EditableFiles files) {
        return new Scope(files.tree());
    }

    @Bean
    RequestDesk requestDesk(EditableFiles files, Scope scope, Labels labels) {
        return new RequestDesk(files.lifeCycle(), scope, labels);
    }

    @Bean
    Search search(
            ServiceRequestStore store,
            Requests requests,
            Scope scope,
            RequestDesk desk,
            Labels labels,
            EditableFiles files) {
        return new Search(store, requests, scope, desk, labels, files.taxonomy());
    }

    @Bean
    HomeController homeController(Pages pages) {
        return new HomeController(pages);
    }

    @Bean
    Lateness lateness(Pages pages) {
        return new Lateness(pages);
    }

    @Bean
    RequestsController requestsController(
            Requests requests, Search search, Scope scope, RequestDesk desk, Labels labels, Pages pages, Audit audit) {
        return new RequestsController(requests, search, scope, desk, labels, pages, audit);
    }

    @Bean
    TriageController triageController(Search search, Scope scope, RequestDesk desk, Pages pages) {
        return new TriageController(search, scope, desk, pages);
    }

    @Bean
    DeadLetters deadLetters(
            InboxStore inbox,
            RequestOutbox requests,
            MongoLateReplies lateReplies,
            OutboxDispatcher dispatcher,
            Clock clock) {
        List<DeadLetters.Source> sources = List.of(
                new DeadLetters.Source(requests, dispatcher.hints(requests)),
                new DeadLetters.Source(lateReplies, dispatcher.hints(lateReplies)));
        return new DeadLetters(inbox, sources, clock);
    }

    @Bean
    LettersController lettersController(DeadLetters letters, Labels labels, Pages pages, Audit audit) {
        return new LettersController(letters, new LetterDesk(labels), pages, audit);
    }

    @Bean
    BroadcastsController broadcastsController(
            Broadcasts broadcasts, BroadcastTexts texts, Scope scope, Labels labels, Pages pages, Audit audit) {
        return new BroadcastsController(broadcasts, texts, scope, labels, pages, audit);
    }

    @Bean
    Probes channelProbes(
            OfficialAccounts accounts,
            WxCustomerService service,
            RobotKeys robots,
            MongoDatabase database,
            Redis redis,
            EditableFiles files,
            Settings settings,
            Clock clock) {
        List<Probe> probes = new ArrayList<>();
        for (OfficialAccount account : accounts.all()) {
            probes.add(ChannelProbes.token(account, service));
            probes.add(ChannelProbes.quota(account, service));
            probes.add(ChannelProbes.callback(account, settings.baseUrl(), clock));
        }
        probes.add(ChannelProbes.robots(robots, files.tree()));
        probes.add(ChannelProbes.mongo(database));
        probes.add(ChannelProbes.redis(redis));
        return new Probes(probes);
    }

    /** Names the probes among the beans. */
    record Probes(List<Probe> all) {}

    @Bean
    ChannelsController channelsController(Probes probes, Labels labels, Pages pages, Audit audit) {
        return new ChannelsController(probes.all(), labels, pages, audit);
    }
}
