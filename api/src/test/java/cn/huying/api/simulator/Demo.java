package cn.huying.api.simulator;

import cn.huying.api.browsing.PageServer;
import cn.huying.api.simulator.feed.Paper;
import cn.huying.api.simulator.town.DemoAccount;
import cn.huying.api.simulator.town.DemoResident;
import cn.huying.api.simulator.town.DemoWorkApp;
import cn.huying.api.simulator.town.Neighbourhood;
import cn.huying.api.simulator.town.Neighbourhood.Door;
import cn.huying.api.simulator.town.Neighbourhood.Group;
import cn.huying.api.simulator.town.Neighbourhood.Spot;
import cn.huying.api.simulator.town.PlatformSide;
import cn.huying.api.simulator.town.StaffDesk;
import cn.huying.api.simulator.town.Townspeople;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** A running demo: the simulator before a small bot of its own, on a free port. */
public final class Demo implements AutoCloseable {
    public static final DemoAccount ACCOUNT =
            new DemoAccount("幸福里社区", "wxdemo0000000001", "demo-secret", "gh_huyingdemo01");
    public static final DemoWorkApp WORK_APP = new DemoWorkApp(
            "wwdemo0000000001",
            1_000_002,
            "demo-app-secret",
            List.of(new DemoWorkApp.Member("worker1", "程小满", "第一网格"), new DemoWorkApp.Member("worker2", "陆采薇", "第二网格")),
            new PlainSide());
    public static final String RESIDENT = DemoResident.all().getFirst().openId();
    public static final String STRANGER = DemoResident.all().getLast().openId();

    private final PageServer server;
    public final URI base;

    public Demo(String... properties) {
        server = new PageServer(App.class, Map.of(), properties);
        base = server.base();
    }

    public static Demo start() {
        return new Demo("huying.demo=true");
    }

    public <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    @Override
    public void close() {
        server.close();
    }

    /** Not annotated as a configuration, so that no scan ever finds it. */
    @EnableAutoConfiguration
    @Import(SimulatorConfiguration.class)
    public static class App {
        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        DemoAccount account() {
            return ACCOUNT;
        }

        @Bean
        PlatformSide side() {
            return new PlainSide();
        }

        @Bean
        DemoWorkApp workApp() {
            return WORK_APP;
        }

        /** One who lives in the first grid of the fourteen, and her neighbours. */
        @Bean
        Townspeople townspeople() {
            return new Townspeople(
                    DemoResident.all(),
                    IntStream.rangeClosed(1, 45)
                            .mapToObj(n -> new DemoResident(
                                    "oDemoResident%011d".formatted(100 + n),
                                    "居民" + n,
                                    "梧桐苑" + n + "栋",
                                    n <= 5 ? "梧桐苑第1网格" : "新华坊第3网格",
                                    true))
                            .toList());
        }

        @Bean
        Paper paper() {
            return Paper.none();
        }

        @Bean
        StaffDesk staffDesk() {
            return new QuickDesk();
        }

        @Bean
        Neighbourhood neighbourhood() {
            return new FourteenGrids();
        }

        @Bean
        RouterFunction<ServerResponse> bot() {
            return new SmallBot().routes();
        }
    }

    /** Staff who do at once what they are asked for, as long as the request is the one they know. */
    static final class QuickDesk implements StaffDesk {
        @Override
        public Mono<Resolved> resolve(String workerId, String number) {
            return number.equals("HY20261121-0042")
                    ? Mono.just(new Resolved("已经疏通", "/worker/requests/1"))
                    : Mono.empty();
        }

        @Override
        public Mono<Draft> compose(String gridId) {
            return Mono.just(new Draft("b1", "骗局", "不要转账", "author"));
        }

        @Override
        public Mono<Sending> approve(String id) {
            return progress(id);
        }

        @Override
        public Mono<Sending> progress(String id) {
            return id.equals("b1") ? Mono.just(new Sending("approver", 3, 3, 0, 0, 0, true)) : Mono.empty();
        }
    }

    /** As large as the demo's community. */
    public static final class FourteenGrids implements Neighbourhood {
        private static final List<String> NAMES = List.of("幸福里", "梧桐苑", "临江花园", "新华坊", "锦绣年华", "光明新村", "翠湖居");

        @Override
        public List<Door> doors() {
            return IntStream.rangeClosed(1, 40)
                    .mapToObj(n -> new Door("building:" + (n < 9 ? "xingfuli-" + n : "wutong-" + n), name(n) + n + "栋"))
                    .toList();
        }

        @Override
        public List<Spot> spots() {
            return List.of(
                    new Spot("幸福里北门", 30.65121, 114.27312),
                    new Spot("梧桐苑中心花园", 30.65333, 114.27488),
                    new Spot("临江花园菜场", 30.65017, 114.27901));
        }

        @Override
        public List<Group> groups() {
            return IntStream.rangeClosed(1, 14)
                    .mapToObj(n -> new Group("grid-" + n, name(n) + "第" + n + "网格", "demo-robot-key-00000000-" + n))
                    .toList();
        }

        private static String name(int n) {
            return NAMES.get(n % NAMES.size());
        }
    }
}
