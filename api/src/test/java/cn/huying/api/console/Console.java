package cn.huying.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.browsing.PageServer;
import cn.huying.api.browsing.SampleRequests;
import cn.huying.api.browsing.Visitor;
import cn.huying.api.console.broadcasts.BroadcastsController;
import cn.huying.api.console.channels.ChannelsController;
import cn.huying.api.console.channels.Probe;
import cn.huying.api.console.knowledge.Bookshelf;
import cn.huying.api.console.knowledge.EditionsController;
import cn.huying.api.console.knowledge.EntriesController;
import cn.huying.api.console.knowledge.EntryDesk;
import cn.huying.api.console.knowledge.FormDesk;
import cn.huying.api.console.knowledge.ProposalDesk;
import cn.huying.api.console.knowledge.ProposalsController;
import cn.huying.api.console.knowledge.Shown;
import cn.huying.api.console.knowledge.TryController;
import cn.huying.api.console.knowledge.UnansweredController;
import cn.huying.api.console.knowledge.WritingController;
import cn.huying.api.console.letters.LetterDesk;
import cn.huying.api.console.letters.LettersController;
import cn.huying.api.console.requests.RequestDesk;
import cn.huying.api.console.requests.RequestsController;
import cn.huying.api.console.requests.Search;
import cn.huying.api.console.requests.TriageController;
import cn.huying.api.console.signin.ConsoleGate;
import cn.huying.api.console.signin.HomeController;
import cn.huying.api.console.signin.SignInThrottle;
import cn.huying.bot.answer.Finder;
import cn.huying.bot.broadcast.BroadcastId;
import cn.huying.bot.broadcast.BroadcastTexts;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.Channel;
import cn.huying.bot.broadcast.InMemoryBroadcastStore;
import cn.huying.bot.broadcast.Vouching;
import cn.huying.bot.broadcast.audience.Batch;
import cn.huying.bot.broadcast.audience.BatchId;
import cn.huying.bot.broadcast.audience.InMemoryRecipientStore;
import cn.huying.bot.broadcast.audience.Tally;
import cn.huying.bot.content.Edition;
import cn.huying.bot.content.Editions;
import cn.huying.bot.content.FollowingKnowledgeBase;
import cn.huying.bot.content.InMemoryEditionLog;
import cn.huying.bot.content.Objection;
import cn.huying.bot.content.Patch;
import cn.huying.bot.delivery.DeadLetters;
import cn.huying.bot.delivery.InMemoryOutboxStore;
import cn.huying.bot.dialogue.community.Answers;
import cn.huying.bot.dialogue.community.phrase.Phrases;
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
import cn.huying.bot.repair.Clusters;
import cn.huying.bot.repair.InMemoryProposalStore;
import cn.huying.bot.repair.InMemoryUnansweredStore;
import cn.huying.bot.repair.InMemoryVerdictStore;
import cn.huying.bot.repair.Proposals;
import cn.huying.bot.request.Sample;
import cn.huying.bot.staff.Post;
import cn.huying.bot.staff.Staff;
import cn.huying.bot.staff.StaffDirectory;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.bot.text.Templates;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import cn.huying.knowledge.index.RetrievalSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
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
public final class Console implements BeforeEachCallback, AfterAllCallback, AutoCloseable {
    public static final String PASSWORD = "huying-demo";
    static final String LETTER_WORDS = "楼上一直漏水，没人管";

    private static final List<String> REGIONS = List.of("向晴社区", "听雨街道");
    private static final RetrievalSettings RETRIEVAL =
            RetrievalSettings.load(DemoTree.root().resolve("config/retrieval.yml"));
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
    public final InMemoryUnansweredStore unanswered = new InMemoryUnansweredStore();
    public final InMemoryVerdictStore verdicts = new InMemoryVerdictStore();
    public final InMemoryProposalStore proposals = new InMemoryProposalStore();
    public final InMemoryEditionLog editionLog = new InMemoryEditionLog();
    /** What the checks say against anything that is published. */
    public final List<Objection> objections = new CopyOnWriteArrayList<>();

    public final Editions editions =
            new Editions(editionLog, List.of((_, _) -> objections), Schedulers.immediate(), clock);
    public final FollowingKnowledgeBase knowledge = new FollowingKnowledgeBase(
            editionLog,
            editions,
            LuceneKnowledgeBase.of(List.of(), RETRIEVAL),
            entries -> LuceneKnowledgeBase.of(entries, RETRIEVAL),
            Schedulers.immediate());
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

    /** Publishes entries, and answers from them. */
    public void knows(Entry... entries) {
        editions.publish(new Patch(List.of(entries), List.of()), new Edition.Credit("config/knowledge", ""), "首次载入")
                .block(PATIENCE);
        knowledge.follow().block(PATIENCE);
    }

    public WebTestClient http() {
        return server.http();
    }

    public URI base() {
        return server.base();
    }

    public Visitor visitor() {
        return new Visitor(http(), "/console/login");
    }

    /** A visitor who has signed in. */
    /** An approved broadcast went out to that many, and the platform took it without having reported yet. */
    public void sent(BroadcastId id, int to) {
        broadcasts
                .change(id, known -> known.muster(clock.instant(), clock.instant()))
                .block(PATIENCE);
        Batch whole = Batch.fresh(new BatchId(id, 1, 1), Channel.MASS_SEND, "wx", 0, to, clock.instant());
        recipients
                .write(whole.with(new Batch.Progress.Settled("m1", Tally.accepted(to))), List.of())
                .block(PATIENCE);
        broadcasts
                .change(id, known -> known.start(1, to, Map.of(), clock.instant()))
                .block(PATIENCE);
        broadcasts.change(id, known -> known.finish(clock.instant())).block(PATIENCE);
    }

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
        close();
    }

    /** For a test that keeps one of its own: what was published is never taken back. */
    @Override
    public void close() {
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
        Bookshelf bookshelf(Console console, Scheduler scheduler) {
            Templates templates = Templates.load(DemoTree.root().resolve("config/templates"));
            Answers answers = new Answers(Finder.onTheSpot(console.knowledge), REGIONS, ZONE, new Phrases(templates));
            return new Bookshelf(
                    new Bookshelf.Stores(
                            console.editions,
                            new Proposals(console.proposals, console.editions, console.unanswered, console.clock),
                            console.unanswered,
                            console.verdicts),
                    answers,
                    words -> console.knowledge
                            .now()
                            .tryOut(new Question(words, REGIONS, LocalDate.ofInstant(console.clock.instant(), ZONE))),
                    Clusters.Reading.PLAIN,
                    scheduler,
                    console.clock);
        }

        @Bean
        Shown shown(Pages pages) {
            return new Shown(pages, audit);
        }

        @Bean
        EntryDesk entryDesk(Bookshelf shelf, Labels labels) {
            return new EntryDesk(shelf.answers(), labels);
        }

        @Bean
        UnansweredController unanswered(Bookshelf shelf, Labels labels, Shown shown) {
            return new UnansweredController(shelf, labels, shown);
        }

        @Bean
        EntriesController entries(Bookshelf shelf, EntryDesk desk, Shown shown) {
            return new EntriesController(shelf, desk, shown);
        }

        @Bean
        WritingController writing(Bookshelf shelf, EntryDesk desk, Shown shown) {
            Taxonomy taxonomy = Taxonomy.load(DemoTree.root().resolve("config/taxonomy.yml"));
            return new WritingController(shelf, new FormDesk(desk, taxonomy, REGIONS), shown);
        }

        @Bean
        ProposalsController proposals(Bookshelf shelf, EntryDesk desk, Labels labels, Shown shown) {
            return new ProposalsController(shelf, new ProposalDesk(desk, labels), shown);
        }

        @Bean
        EditionsController editions(Bookshelf shelf, EntryDesk desk, Labels labels, Shown shown) {
            return new EditionsController(shelf, new ProposalDesk(desk, labels), shown);
        }

        @Bean
        TryController tryOut(Bookshelf shelf, EntryDesk desk, Shown shown) {
            return new TryController(shelf, desk, shown);
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
