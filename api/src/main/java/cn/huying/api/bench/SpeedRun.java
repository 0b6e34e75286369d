package cn.huying.api.bench;

import cn.huying.api.bench.lab.Child;
import cn.huying.api.bench.lab.Cores;
import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.bench.lab.Laboratory.Server;
import cn.huying.api.bench.lab.Laboratory.Store;
import cn.huying.api.bench.load.Generator;
import cn.huying.api.bench.load.Letters;
import cn.huying.api.bench.load.Pace;
import cn.huying.api.bench.load.Platform;
import cn.huying.api.bench.load.Sayings;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The whole program beside a bare server, alternately in one run: all are started and warmed, then measured in turn, so that what else the
 * machine does hits them alike.
 */
final class SpeedRun {
    static final String BARE = "空服务";
    static final String FULL = "完整服务";
    static final String OWN_STORE = "完整服务·进程内存储";
    static final String FLAT_OUT = "满载";
    static final String HALF = "半载";
    /** At rest it takes less than one in so many parts of the time. */
    private static final int COMPILER_AT_REST = 20;
    /** The store in another process has room for so many messages, the one in the server's own heap for less. */
    private static final int WARM_MESSAGES = 240_000;

    private static final int WARM_MESSAGES_OWN_STORE = 60_000;
    /** Whoever stood still catches up first. */
    private static final Duration AWAKENING = Duration.ofSeconds(5);

    private final Laboratory laboratory;
    private final Options options;
    private final PrintStream out;
    private final Platform platform = new Platform(Clock.systemUTC());
    private final Sayings sayings;
    private final Random random;
    private final List<Measurement> measured = new ArrayList<>();

    /** How long, how many. @param warmUp one round of it; there are more until the compiler is at rest */
    record Options(Duration time, Duration warmUp, int rounds, int users, int connections, long seed) {}

    /** A server and what it is sent. @param warmMessages at most, before it is measured */
    private record Subject(String name, Server server, Letters letters, int warmMessages) {}

    SpeedRun(Laboratory laboratory, Options options, PrintStream out) {
        this.laboratory = laboratory;
        this.options = options;
        this.out = out;
        this.sayings = Sayings.of(laboratory.home().resolve("config"));
        this.random = new Random(options.seed());
    }

    SpeedReport run() throws IOException {
        out.printf(
                "%d 位居民，%d 条连接，约 %d 万种说法，种子 %d%n%s%n",
                options.users(),
                options.connections(),
                sayings.variety() / 10_000,
                options.seed(),
                Cores.canPin() ? "服务在 0 号核，存储与发生器在 1 号核" : "没有 taskset 或只有一个核：没有绑核，数字仅供参考");
        List<Subject> subjects = subjects();
        for (Subject subject : subjects) {
            warm(subject);
        }
        for (int round = 1; round <= options.rounds(); round++) {
            for (Subject subject : subjects) {
                alone(subject, subjects);
                measure(subject, "第 " + round + " 轮 ", FLAT_OUT, Pace.whenAnswered());
            }
        }
        SpeedReport report = new SpeedReport(measured);
        for (Subject subject : subjects.subList(1, subjects.size())) {
            alone(subject, subjects);
            double rate = report.median(subject.name(), FLAT_OUT, Measurement::perSecond) / 2;
            // Half the load takes other ways: smaller commands, more closer looks.
            drive(subject, "预热 " + subject.name() + " " + HALF, arrivals(rate), options.warmUp());
            measure(subject, "", HALF, arrivals(rate));
        }
        return report;
    }

    private Pace arrivals(double rate) {
        return Pace.arrivals(rate, new Random(options.seed()));
    }

    private List<Subject> subjects() {
        out.println("启动空服务、存储、完整服务（存储在另一进程）、完整服务（存储在进程内）……");
        Server bare = laboratory.bare(Cores.SERVER.prefix());
        Store store = laboratory.store(laboratory.data("store"), Cores.OTHERS.prefix());
        Server full = laboratory.full(
                "full",
                laboratory.data("full"),
                Cores.SERVER.prefix(),
                Map.of("MONGODB_URI", store.mongoUri(), "REDIS_URI", store.redisUri()));
        Server own = laboratory.full("own", laboratory.data("own"), Cores.SERVER.prefix(), Map.of());
        return List.of(
                new Subject(BARE, bare, Letters.recycled(platform, talk("bare"), bare.port()), WARM_MESSAGES),
                new Subject(FULL, full, Letters.fresh(platform, talk("full"), full.port()), WARM_MESSAGES),
                new Subject(OWN_STORE, own, Letters.fresh(platform, talk("own"), own.port()), WARM_MESSAGES_OWN_STORE));
    }

    private java.util.function.Supplier<Platform.Message> talk(String series) {
        return Letters.talk(platform, sayings, series, options.users(), random);
    }

    /** On both cores until the runtime has compiled what it will, then a while where it is measured. */
    private void warm(Subject subject) throws IOException {
        Child server = subject.server().child();
        Cores.loosen(server);
        boolean compiling = true;
        int sent = 0;
        while (compiling && sent < subject.warmMessages()) {
            Duration before = server.compiling();
            sent += drive(subject, "预热 " + subject.name(), Pace.whenAnswered(), options.warmUp())
                    .answered();
            compiling = server.compiling()
                            .minus(before)
                            .multipliedBy(COMPILER_AT_REST)
                            .compareTo(options.warmUp())
                    > 0;
        }
        Cores.SERVER.take(server);
        drive(subject, "预热 " + subject.name() + "（绑核）", Pace.whenAnswered(), options.warmUp());
    }

    /** The core is for whoever is measured: the others, with work of their own that is left over from their turn, stand still meanwhile. */
    private void alone(Subject measured, List<Subject> all) throws IOException {
        all.forEach(subject -> subject.server().child().hold());
        measured.server().child().release();
        drive(measured, "预热 " + measured.name() + "（独占）", Pace.whenAnswered(), AWAKENING);
    }

    private void measure(Subject subject, String round, String load, Pace pace) throws IOException {
        Measurement.Watch watch = new Measurement.Watch(subject.server().child());
        Generator.Tally tally = drive(subject, round + subject.name() + " " + load, pace, options.time());
        measured.add(watch.stop(subject.name(), load, tally));
        if (!tally.errors().isEmpty()) {
            out.println(subject.name() + " 的错误：" + tally.errors());
        }
    }

    private Generator.Tally drive(Subject subject, String what, Pace pace, Duration time) throws IOException {
        try (Generator generator = new Generator(subject.server().port(), options.connections(), subject.letters());
                Progress progress = Progress.seconds(what, time)) {
            return generator.run(pace, time, _ -> progress.tick());
        }
    }
}
