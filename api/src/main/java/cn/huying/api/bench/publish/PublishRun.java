package cn.huying.api.bench.publish;

import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.bench.lab.Child;
import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.bench.lab.Laboratory.Server;
import cn.huying.api.bench.lab.Laboratory.Store;
import cn.huying.api.bench.load.Latencies;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Two replicas on one store answer residents while something is published again and again: how soon do both say it? */
public final class PublishRun {
    private static final long POLL_MS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final double BAR_MS = 2_000;
    private static final double NANOS_PER_MS = 1e6;
    private static final int FIRST = 3;

    private PublishRun() {}

    /**
     * @param checkMs what is asked before publishing, and writing the edition
     * @param visibleMs from then until the slower of both replicas answered with it
     */
    public record Report(
            int publications, double checkP50Ms, double checkP99Ms, double visibleP50Ms, double visibleP99Ms) {
        public boolean meetsBar() {
            return visibleP99Ms <= BAR_MS;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "publish: publications=%d checks p50=%.0f p99=%.0f ms, visible on both replicas p50=%.0f p99=%.0f ms",
                    publications,
                    checkP50Ms,
                    checkP99Ms,
                    visibleP50Ms,
                    visibleP99Ms);
        }
    }

    /** Runs it all and cleans up. @param home the folder with {@code config/} */
    public static Report run(Path home, int publications, long seed, Consumer<String> said) throws IOException {
        try (Laboratory laboratory = new Laboratory(home)) {
            Store store = laboratory.store(laboratory.data("store"), List.of());
            Server one = laboratory.full("one", laboratory.data("one"), List.of(), settings(laboratory, store));
            Server other = laboratory.full("other", laboratory.data("other"), List.of(), settings(laboratory, store));
            said.accept("两个副本已就绪");
            try (Press press = Press.checking(home.resolve("config"), store.mongoUri());
                    Asker first = new Asker(one.port());
                    Asker second = new Asker(other.port())) {
                return measured(press, List.of(first, second), publications, new Random(seed));
            }
        }
    }

    static Map<String, String> settings(Laboratory laboratory, Store store) {
        return Map.of(
                "MONGODB_URI", store.mongoUri(),
                "REDIS_URI", store.redisUri(),
                "HUYING_KEY_FILE", laboratory.data("shared.key").toString());
    }

    /** The first few are not counted: everything runs for the first time. */
    private static Report measured(Press press, List<Asker> replicas, int publications, Random random) {
        Almanac almanac = new Almanac(random);
        Latencies checks = new Latencies();
        Latencies visible = new Latencies();
        for (int n = -FIRST; n < publications; n++) {
            Almanac.Change change = almanac.next();
            long begun = System.nanoTime();
            press.publish(change.patch());
            long live = System.nanoTime();
            almanac.published(change.patch());
            for (Asker replica : replicas) {
                awaitAnswer(replica, change, live);
            }
            if (n >= 0) {
                checks.add(live - begun);
                visible.add(System.nanoTime() - live);
            }
        }
        return new Report(
                publications,
                checks.percentile(0.5),
                checks.percentile(0.99),
                visible.percentile(0.5),
                visible.percentile(0.99));
    }

    private static void awaitAnswer(Asker replica, Almanac.Change change, long live) {
        while (!replica.answers(change.told())) {
            if (System.nanoTime() - live > LONGEST.toNanos()) {
                throw new BenchException("发布 %.0f 毫秒后仍没有答出 %s，回的是：%s"
                        .formatted(
                                (System.nanoTime() - live) / NANOS_PER_MS,
                                change.told().question(),
                                replica.reply(change.told())));
            }
            Child.pause(POLL_MS);
        }
    }
}
