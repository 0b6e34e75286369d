package cn.huying.api.bench.cards;

import cn.huying.api.bench.cards.Hand.Tapped;
import cn.huying.api.bench.kill.Gate;
import cn.huying.api.bench.kill.Postman;
import cn.huying.api.bench.lab.AtOnce;
import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.bench.lab.Child;
import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.bench.lab.Laboratory.Server;
import cn.huying.api.bench.lab.Laboratory.Store;
import cn.huying.api.bench.load.Platform;
import cn.huying.api.mongo.Mongo;
import com.mongodb.reactivestreams.client.MongoClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Two replicas of the whole program before one store, each a process of its own. Residents report, the requests go out as cards, and all
 * workers tap 接单 on all of them at once, every second worker through the other replica.
 */
public final class CardRun {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WRITERS = 8;

    private final Laboratory laboratory;
    private final Options options;
    private final Path home;

    /** @param seed decides in which order the workers come to a card */
    public record Options(int workers, int cards, long seed) {}

    /**
     * @param winners requests that exactly one worker signed, and was answered so
     * @param told taps answered with the name of the one who has it
     * @param wrong everything else, in words; must be empty
     * @param repeated taps the platform had to deliver again
     */
    public record Report(
            int workers, int cards, int winners, int told, int repeated, double seconds, List<String> wrong) {
        public boolean clean() {
            return wrong.isEmpty() && winners == cards && told == cards * (workers - 1);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "cards: workers=%d cards=%d taps=%d winners=%d told=%d repeated=%d wrong=%d seconds=%.1f taps/s=%.0f",
                    workers,
                    cards,
                    workers * cards,
                    winners,
                    told,
                    repeated,
                    wrong.size(),
                    seconds,
                    workers * cards / seconds);
        }
    }

    private CardRun(Laboratory laboratory, Options options) {
        this.laboratory = laboratory;
        this.options = options;
        this.home = laboratory.home();
    }

    /** Runs it all and cleans up. @param home the folder with {@code config/}; @param said is told what is going on */
    public static Report run(Path home, Options options, Consumer<String> said) throws IOException {
        try (Laboratory laboratory = new Laboratory(home)) {
            return new CardRun(laboratory, options).run(said);
        }
    }

    private Report run(Consumer<String> said) throws IOException {
        Path community = new Crew(options.workers())
                .writtenInto(home.resolve("config/demo/community"), laboratory.data("community"));
        Store store = laboratory.store(laboratory.data("store"), List.of());
        Map<String, String> settings = Map.of(
                "MONGODB_URI", store.mongoUri(),
                "REDIS_URI", store.redisUri(),
                "HUYING_COMMUNITY", community.toString(),
                "HUYING_KEY_FILE", laboratory.data("huying.key").toString());
        List<Server> replicas = List.of(
                laboratory.full("one", laboratory.data("one"), List.of(), settings),
                laboratory.full("two", laboratory.data("two"), List.of(), settings));
        said.accept("两个副本就绪，居民开始报修");
        try (MongoClient client = Mongo.connect(store.mongoUri())) {
            Requests requests = new Requests(client.getDatabase("huying"));
            report(replicas.getFirst().port());
            Map<String, String> tasks = awaited(requests);
            said.accept(tasks.size() + " 张卡片发出，" + options.workers() + " 位网格员同时接单");
            long from = System.nanoTime();
            List<Tapped> tapped = tapped(replicas, tasks);
            double seconds = (System.nanoTime() - from) / 1e9;
            return new Verdict(tapped, requests.signers()).report(options, seconds);
        }
    }

    private void report(int port) {
        Platform platform = new Platform(Clock.systemUTC());
        try (Postman postman = new Postman(platform, port, new Gate())) {
            List<Callable<Boolean>> talks = new ArrayList<>();
            for (int n = 0; n < options.cards(); n++) {
                String resident = Platform.openId("card", n);
                talks.add(() -> say(postman, platform.message(resident, "幸福里2栋1单元的下水道堵了，污水漫出来了"))
                        && say(postman, platform.message(resident, "确认")));
            }
            if (AtOnce.all(WRITERS, talks).contains(false)) {
                throw new BenchException("有居民的话没有送达");
            }
        }
    }

    private static boolean say(Postman postman, Platform.Message message) {
        return postman.deliver(message).acknowledged();
    }

    private Map<String, String> awaited(Requests requests) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Map<String, String> tasks = requests.tasks();
        while (tasks.size() < options.cards()) {
            if (System.nanoTime() > end) {
                throw new BenchException("只派出了 " + tasks.size() + " 件：" + requests.histories());
            }
            Child.pause(100);
            tasks = requests.tasks();
        }
        return tasks;
    }

    private List<Tapped> tapped(List<Server> replicas, Map<String, String> tasks) {
        Random random = new Random(options.seed());
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<Hand> hands = new ArrayList<>(IntStream.rangeClosed(1, options.workers())
                .mapToObj(n -> new Hand(
                        http, "worker" + n, replicas.get(n % replicas.size()).port(), Clock.systemUTC()))
                .toList());
        List<Callable<Tapped>> taps = new ArrayList<>();
        tasks.forEach((card, task) -> {
            Collections.shuffle(hands, random);
            hands.forEach(hand -> taps.add(() -> hand.sign(card, task)));
        });
        return AtOnce.all(options.workers(), taps);
    }
}
