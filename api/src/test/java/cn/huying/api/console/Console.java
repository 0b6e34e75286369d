package cn.huying.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.browsing.PageServer;
import cn.huying.api.browsing.SampleRequests;
import cn.huying.api.browsing.Visitor;
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
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.InMemoryBroadcastStore;
import cn.huying.bot.broadcast.Vouching;
import cn.huying.bot.broadcast.audience.InMemoryRecipientStore;
import cn.huying.bot.delivery.DeadLetters;
import cn.huying.bot.delivery.InMemoryOutboxStore;
import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.handling.lifecycle.Deadlines;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.notice.Notices;
import cn.huying.bot.message.InMemoryInboxStore;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxEntry;
import cn.huying.bot.message.Messages;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.TestClock;
import cn.huying.bot.request.Sample;
import cn.huying.bot.staff.Post;
import cn.huying.bot.staff.Staff;
import cn.huying.bot.staff.StaffDirectory;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.bot.text.Templates;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The pages on a running server over stores in memory, in the demo's community. Registered as an extension of a class it runs for all of
 * its tests, and each begins with nothing kept.
 */
public final class Console implements BeforeEachCallback, AfterAllCallback {
    public static final String PASSWORD = "huying-demo";
    static final String LETTER_WORDS = "楼上一直漏水，没人管";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Sample.T0.plus(Duration.ofHours(2));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public final SampleRequests requests = new SampleRequests();
    public final TestClock clock = new TestClock(NOW);
    final InMemoryInboxStore inbox = new InMemoryInboxStore(clock);
    final InMemoryOutboxStore outbox = new InMemoryOutboxStore();
    final InMemoryBroadcastStore kept = new InMemoryBroadcastStore();
    final InMemoryRecipientStore recipients = new InMemoryRecipientStore();
    public final Broadcasts broadcasts =
            new Broadcasts(kept, recipients, DemoTree.TREE, new Vouching(Set.of("96110", "110")), () -> {}, clock);
    private final PageServer server;
    private int last;

    public Console() {
        server = new PageServer(App.class, Map.of("console", this), "server.reactive.session.cookie.same-site=lax");
    }

    /** A message that was given up. */
    InboundMessage buried() {
        last++;
        InboundMessage message = Messages.text(Messages.sender(last), "m" + last, LETTER_WORDS);
        inbox.accept(message, Messages.NOON).block(PATIENCE);
        InboxEntry entry =
                Objects.requireNonNull(inbox.find(message.origin().inboxId()).block(PATIENCE));
        inbox.bury(entry, "MOST_ATTEMPTS", new Reply.Text("已转人工")).block(PATIENCE);
        return message;
    }

    public WebTestClient http() {
        return server.http();
    }

    URI base() {
        return server.base();
    }

    public Visitor visitor() {
        return new Visitor(http(), "/console/login");
    }

    /** A visitor who has signed in. */
    public Visitor as(Post post) {
        Visitor visitor = visitor();
        assertThat(visitor.signIn(post.name().toLowerCase(Locale.ROOT), PASSWORD)
                        .location())
                .isEqualTo("/console");
        return visitor;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        requests.clear();
        inbox.clear();
        outbox.outboxes.clear();
        kept.clear();
        recipients.clear();
        clock.set(NOW);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        server.close();
    }

    private record Always(String name, Group group, Finding finding) implements Probe {
        @Override
        public Mono<Finding> look() {
            return Mono.just(finding);
        }
    }

    /** Not annotated as a configuration, so that no scan ever finds it. */
    @EnableAutoConfiguration
    static class App {
        private final Audit audit = new Audit();

        @Bean(destroyMethod = "dispose")
        Scheduler scheduler() {
            return Schedulers.newBoundedElastic(2, 100, "pages");
        }

        @Bean
        ConsoleGate gate(Console console, Scheduler scheduler) {
            List<Staff> staff = Stream.of(Post.values())
                    .map(post -> new Staff(
                            post.name().toLowerCase(Locale.ROOT),
                            "{noop}" + PASSWORD,
                            new GridId("xiangqing"),
                            Level.COMMUNITY,
                            post))
                    .toList();
            return new ConsoleGate(new StaffDirectory(staff), new SignInThrottle(console.clock), audit, scheduler);
        }

        @Bean
        Pages pages(Scheduler scheduler) {
            return new Pages(scheduler);
        }

        @Bean
        Labels labels(Console console) {
            return new Labels(Templates.load(DemoTree.root().resolve("config/templates")), console.clock, ZONE);
        }

        @Bean
        LifeCycle lifeCycle() {
            return new LifeCycle(
                    Deadlines.standard(ZONE), new Notices(URI.create("https://huying.example"), ZONE), 0.5);
        }

        @Bean
        Requests requests(Console console, LifeCycle lifeCycle) {
            return new Requests(console.requests.store, console.requests.numbers, lifeCycle, _ -> {}, console.clock);
        }

        @Bean
        Scope scope() {
            return new Scope(DemoTree.TREE);
        }

        @Bean
        RequestDesk desk(LifeCycle lifeCycle, Scope scope, Labels labels) {
            return new RequestDesk(lifeCycle, scope, labels);
        }

        @Bean
        Search search(Console console, Requests requests, Scope scope, RequestDesk desk, Labels labels) {
            Taxonomy taxonomy = Taxonomy.load(DemoTree.root().resolve("config/taxonomy.yml"));
            return new Search(console.requests.store, requests, scope, desk, labels, taxonomy);
        }

        @Bean
        HomeController home(Pages pages) {
            return new HomeController(pages);
        }

        @Bean
        Lateness lateness(Pages pages) {
            return new Lateness(pages);
        }

        @Bean
        RequestsController requestsController(
                Requests requests, Search search, Scope scope, RequestDesk desk, Labels labels, Pages pages) {
            return new RequestsController(requests, search, scope, desk, labels, pages, audit);
        }

        @Bean
        TriageController triage(Search search, Scope scope, RequestDesk desk, Pages pages) {
            return new TriageController(search, scope, desk, pages);
        }

        @Bean
        LettersController letters(Console console, Labels labels, Pages pages) {
            DeadLetters letters = new DeadLetters(
                    console.inbox, List.of(new DeadLetters.Source(console.outbox, _ -> {})), console.clock);
            return new LettersController(letters, new LetterDesk(labels), pages, audit);
        }

        @Bean
        BroadcastsController broadcasts(Console console, Scope scope, Labels labels, Pages pages) {
            Templates templates = Templates.load(DemoTree.root().resolve("config/templates"));
            return new BroadcastsController(
                    console.broadcasts, new BroadcastTexts(templates, ZONE), scope, labels, pages, audit);
        }

        @Bean
        ChannelsController channels(Labels labels, Pages pages) {
            List<Probe> probes = List.of(
                    new Always("wxdemo0000000001 取得令牌", Probe.Group.ACCOUNT, Probe.Finding.good("平台给了令牌")),
                    new Always("网格群机器人", Probe.Group.WECOM, Probe.Finding.bad("1 个群没有机器人：第二网格", "请在企业微信群里添加机器人")),
                    new Always("Redis", Probe.Group.STORE, Probe.Finding.doubtful("没有应答", "请检查 REDIS_URI")));
            return new ChannelsController(probes, labels, pages, audit);
        }
    }
}
