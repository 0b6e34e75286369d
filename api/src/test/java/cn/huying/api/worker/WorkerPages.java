package cn.huying.api.worker;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.browsing.Visitor;
import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.handling.lifecycle.Deadlines;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.notice.Notices;
import cn.huying.bot.request.InMemoryRequestNumbers;
import cn.huying.bot.request.InMemoryServiceRequestStore;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Standing;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Unit;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import cn.huying.bot.text.Templates;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The pages on a running server over stores in memory, in the demo's community. */
final class WorkerPages implements AutoCloseable {
    static final String PASSWORD = "huying-demo";
    static final Unit FIRST = new Unit(new GridId("g01"), "第一网格", Level.GRID, true);
    static final Unit COMMUNITY = new Unit(new GridId("xiangqing"), "向晴社区", Level.COMMUNITY, true);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final InMemoryServiceRequestStore store = new InMemoryServiceRequestStore();
    final URI base;
    private final ConfigurableApplicationContext context;
    private int last;

    WorkerPages() {
        context = new SpringApplicationBuilder(App.class)
                .properties("server.port=0", "server.address=127.0.0.1", "management.server.port=-1")
                .properties("spring.main.banner-mode=off", "logging.level.root=warn")
                .initializers(found -> found.getBeanFactory().registerSingleton("store", store))
                .run();
        base = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** A request in the first grid, led by the grid. */
    ServiceRequest request(RequestState state) {
        return request(state, FIRST, false, Sample.WORDS);
    }

    ServiceRequest request(RequestState state, Unit lead, boolean sensitive, String words) {
        last++;
        ServiceRequest sample = Sample.in(state, Tier.P1, sensitive);
        Submission.Place place = new Submission.Place(Optional.of(leaf("g01")), "幸福里3栋", Sample.ADDRESS);
        Submission said = sample.submission();
        Standing standing = sample.standing().with(Standing.Assignment.nobody().ledBy(lead));
        ServiceRequest request = new ServiceRequest(
                Sample.id(7, last),
                sample.number(),
                new Submission(said.requester(), said.matter(), place, words, said.at()),
                standing,
                sample.history(),
                List.of(),
                0);
        return Objects.requireNonNull(store.submit(request).block(PATIENCE));
    }

    ServiceRequest stored(RequestId id) {
        return Objects.requireNonNull(store.find(id).block(PATIENCE));
    }

    WebTestClient http() {
        return WebTestClient.bindToServer()
                .baseUrl(base.toString())
                .responseTimeout(PATIENCE)
                .build();
    }

    Visitor visitor() {
        return new Visitor(http(), "/worker/login");
    }

    /** A visitor who has signed in. */
    Visitor as(String worker) {
        Visitor visitor = visitor();
        assertThat(visitor.signIn(worker, PASSWORD).location()).isEqualTo("/worker");
        return visitor;
    }

    private static GridId leaf(String grid) {
        GridId at = new GridId(grid);
        GridTree tree = DemoTree.TREE;
        while (!tree.isLeaf(at)) {
            at = tree.children(at).getFirst().id();
        }
        return at;
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not annotated as a configuration, so that no scan ever finds it. */
    @EnableAutoConfiguration
    static class App {
        @Bean
        Clock clock() {
            return Clock.fixed(Sample.T0.plus(Duration.ofHours(2)), ZONE);
        }

        @Bean(destroyMethod = "dispose")
        Scheduler pages() {
            return Schedulers.newBoundedElastic(2, 100, "pages");
        }

        @Bean
        WorkerController controller(InMemoryServiceRequestStore store, Scheduler pages, Clock clock) {
            LifeCycle lifeCycle = new LifeCycle(
                    Deadlines.standard(ZONE), new Notices(URI.create("https://huying.example"), ZONE), 0.5);
            Requests requests = new Requests(store, new InMemoryRequestNumbers(), lifeCycle, _ -> {}, clock);
            Remit remit = new Remit(DemoTree.TREE);
            Templates texts =
                    Templates.load(DemoTree.root().resolve("config/templates")).require(Sheets.texts());
            return new WorkerController(requests, remit, new Sheets(lifeCycle, remit, texts, clock, ZONE), pages);
        }

        @Bean
        WorkerGate gate() {
            return new WorkerGate(new Workers(List.of(
                    worker("worker1", "g01", Level.GRID),
                    worker("colleague1", "g01", Level.GRID),
                    worker("worker2", "g02", Level.GRID),
                    worker("community", "xiangqing", Level.COMMUNITY))));
        }

        private static Worker worker(String id, String grid, Level level) {
            return new Worker(id, "{noop}" + PASSWORD, new GridId(grid), level);
        }

        @Bean
        Elsewhere elsewhere() {
            return new Elsewhere();
        }
    }

    /** Something that is not the workers'. */
    @RestController
    static final class Elsewhere {
        @GetMapping("/elsewhere/{name}")
        String open(@PathVariable String name) {
            return name;
        }
    }
}
