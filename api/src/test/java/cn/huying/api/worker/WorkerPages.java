package cn.huying.api.worker;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.browsing.PageServer;
import cn.huying.api.browsing.SampleRequests;
import cn.huying.api.browsing.Visitor;
import cn.huying.bot.grid.DemoTree;
import cn.huying.bot.grid.GridId;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.handling.lifecycle.Deadlines;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.notice.Notices;
import cn.huying.bot.request.Sample;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.text.Templates;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The pages on a running server over stores in memory, in the demo's community. Registered as an extension of a class it runs for all of
 * its tests, and each begins without requests.
 */
final class WorkerPages implements BeforeEachCallback, AfterAllCallback {
    static final String PASSWORD = "huying-demo";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final SampleRequests requests = new SampleRequests();
    private final PageServer server = new PageServer(App.class, Map.of("samples", requests));

    URI base() {
        return server.base();
    }

    WebTestClient http() {
        return server.http();
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

    @Override
    public void beforeEach(ExtensionContext test) {
        requests.clear();
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        server.close();
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
        WorkerController controller(SampleRequests samples, Scheduler pages, Clock clock) {
            LifeCycle lifeCycle = new LifeCycle(
                    Deadlines.standard(ZONE), new Notices(URI.create("https://huying.example"), ZONE), 0.5);
            Requests requests = new Requests(samples.store, samples.numbers, lifeCycle, _ -> {}, clock);
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
