package cn.huying.api.bench.start;

import cn.huying.api.bench.kill.Gate;
import cn.huying.api.bench.kill.Postman;
import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.bench.lab.Child;
import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.bench.lab.Laboratory.Ports;
import cn.huying.api.bench.lab.Laboratory.Server;
import cn.huying.api.bench.load.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * Starts the demo again and again on the data of an earlier start: by the launcher, and by turns as the plain jar that was built. Each
 * one is asked a question the moment it is ready.
 */
public final class StartRun {
    private static final String QUESTION = "高空抛物砸到车了找谁";
    private static final Duration END_PATIENCE = Duration.ofSeconds(15);
    private static final int RSS_AFTER_MS = 5_000;
    private static final double NANOS_PER_MILLI = 1_000_000;

    private final Laboratory laboratory;
    private final Platform platform = new Platform(Clock.systemUTC());
    private int starts;

    /**
     * One start.
     *
     * @param readyMs from the command to readiness
     * @param firstMs from then on until the first message was answered
     * @param rssMb resident memory some seconds later
     */
    public record Started(double readyMs, double firstMs, long rssMb) {}

    /** Starts side by side, in the order they were made. @param ratios of each pair, launcher to plain jar */
    public record Report(List<Started> launcher, List<Started> plain, List<Double> ratios) {
        public double ratio() {
            return median(ratios);
        }

        public static double median(List<Started> starts, ToDoubleFunction<Started> figure) {
            return median(starts.stream().mapToDouble(figure).boxed().toList());
        }

        private static double median(List<Double> figures) {
            List<Double> sorted = figures.stream().sorted().toList();
            int half = sorted.size() / 2;
            return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
        }
    }

    private StartRun(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /** @param home the folder with the launcher; @param said is told what is going on */
    public static Report run(Path home, int pairs, Consumer<String> said) throws IOException {
        try (Laboratory laboratory = new Laboratory(home)) {
            return new StartRun(laboratory).run(pairs, said);
        }
    }

    private Report run(int pairs, Consumer<String> said) {
        said.accept("先启动一次，让数据就位");
        start(launcher());
        List<Started> launcher = new ArrayList<>();
        List<Started> plain = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            if (pair % 2 == 0) {
                launcher.add(start(launcher()));
                plain.add(start(plainJar()));
            } else {
                plain.add(start(plainJar()));
                launcher.add(start(launcher()));
            }
            ratios.add(launcher.getLast().readyMs() / plain.getLast().readyMs());
            said.accept("第 %d/%d 对：./huying demo %.0f 毫秒就绪，首条 %.0f 毫秒，%d MB；普通 jar %.0f 毫秒就绪；比 %.3f"
                    .formatted(
                            pair + 1,
                            pairs,
                            launcher.getLast().readyMs(),
                            launcher.getLast().firstMs(),
                            launcher.getLast().rssMb(),
                            plain.getLast().readyMs(),
                            ratios.getLast()));
        }
        return new Report(launcher, plain, ratios);
    }

    private List<String> launcher() {
        return List.of(laboratory.home().resolve("huying").toString(), "demo");
    }

    /** Ours without the cache, and the jar as it was built instead of its extracted form. */
    private List<String> plainJar() {
        List<String> command = new ArrayList<>(List.of(Child.java()));
        Child.jvmOptions().stream()
                .filter(option -> !option.startsWith("-XX:AOT") && !option.startsWith("-Xlog"))
                .forEach(command::add);
        command.addAll(List.of(
                "-jar", laboratory.home().resolve("api/target/huying.jar").toString(), "demo"));
        return command;
    }

    private Started start(List<String> command) {
        Ports ports = Ports.free();
        long from = System.nanoTime();
        Server server = laboratory.launch("start", laboratory.data("start"), command, Map.of(), ports);
        server.child().await(() -> Laboratory.isReady(server.managementPort()));
        double readyMs = (System.nanoTime() - from) / NANOS_PER_MILLI;
        double firstMs = first(server);
        Child.pause(RSS_AFTER_MS);
        long rss = server.child().rssMegabytes();
        if (!server.child().end(END_PATIENCE)) {
            throw new BenchException("收到 SIGTERM 后没有结束");
        }
        return new Started(readyMs, firstMs, rss);
    }

    private double first(Server server) {
        try (Postman postman = new Postman(platform, server.port(), new Gate())) {
            Platform.Message message = platform.message(Platform.openId("start", starts++), QUESTION);
            long from = System.nanoTime();
            Postman.Delivered delivered = postman.deliver(message);
            double millis = (System.nanoTime() - from) / NANOS_PER_MILLI;
            if (!delivered.acknowledged() || delivered.words().isEmpty()) {
                throw new BenchException("第一条消息没有得到回答");
            }
            return millis;
        }
    }
}
