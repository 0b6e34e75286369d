package cn.huying.api.bench.kill;

import cn.huying.api.bench.kill.Postman.Delivered;
import cn.huying.api.bench.kill.Scripts.Script;
import cn.huying.api.bench.lab.AtOnce;
import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.bench.lab.Child;
import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.bench.lab.Laboratory.Server;
import cn.huying.api.bench.lab.Laboratory.Store;
import cn.huying.api.bench.load.Platform;
import cn.huying.api.bench.load.Sayings;
import cn.huying.api.spool.SpooledInbox;
import cn.huying.bot.text.Templates;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Kills the program with its in-process store again and again under load, each time on the data the last kill left, and then asks the
 * store what became of every message.
 */
public final class KillRun {
    private static final int AT_ONCE = 32;
    private static final Duration END_PATIENCE = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final int MOST_RESTS = 4;
    private static final int JITTER_MS = 50;

    private final Laboratory laboratory;
    private final Options options;
    private final Path data;
    private final int port = Laboratory.freePort();
    private final int managementPort = Laboratory.freePort();
    private final Gate gate = new Gate();
    private final Ledger ledger;
    private final Platform platform = new Platform(Clock.systemUTC());
    private final Random random;
    private Server server;

    /** @param seed decides what is said and when the kills come; not how the threads interleave */
    public record Options(int runs, int messages, long seed) {}

    /** What came of it all; {@code lost} and {@code twice} must be empty. @param stopgaps first answers given before the handling was done */
    public record Report(
            int sent,
            int acknowledged,
            long repeated,
            int effects,
            int stopgaps,
            List<String> lost,
            List<String> twice,
            long unfinished,
            int kills,
            boolean endedInTime) {
        public boolean clean() {
            return lost.isEmpty() && twice.isEmpty() && unfinished == 0;
        }

        /** One line for people and scripts. By the rule of three: without a failure in n kills, fewer than 3/n fail, at 95 %. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "inbound: sent=%d acked=%d repeated=%d effects=%d late=%d lost=%d dup=%d unfinished=%d kills=%d upper95=%s",
                    sent,
                    acknowledged,
                    repeated,
                    effects,
                    stopgaps,
                    lost.size(),
                    twice.size(),
                    unfinished,
                    kills,
                    clean() ? String.format(Locale.ROOT, "%.1f%%", Math.min(100, 300.0 / kills)) : "n/a");
        }
    }

    KillRun(Laboratory laboratory, Options options) {
        this.laboratory = laboratory;
        this.options = options;
        this.data = laboratory.data("kills");
        this.random = new Random(options.seed());
        Path texts = laboratory.home().resolve("config").resolve("templates");
        this.ledger = new Ledger(SpooledInbox.busy(Templates.load(texts)));
        this.server = launch();
    }

    /** Runs it all and cleans up. @param home the folder with {@code config/}; @param said is told what is going on */
    public static Report run(Path home, Options options, Consumer<String> said) throws java.io.IOException {
        try (Laboratory laboratory = new Laboratory(home)) {
            return new KillRun(laboratory, options).run(said);
        }
    }

    private Report run(Consumer<String> said) {
        awaitReady();
        Scripts scripts = new Scripts(Sayings.of(laboratory.home().resolve("config")), random);
        try (Postman postman = new Postman(platform, port, gate)) {
            for (int run = 1; run <= options.runs(); run++) {
                int killAt = ledger.size() + 1 + random.nextInt(options.messages() - 1);
                List<Script> talks = scripts.of("k" + run, options.messages());
                long from = System.nanoTime();
                deliverAndKill(postman, talks, killAt);
                said.accept("第 %d/%d 次：第 %d 条时强杀，共 %d 条，%d 秒"
                        .formatted(
                                run,
                                options.runs(),
                                killAt,
                                ledger.size(),
                                (System.nanoTime() - from) / 1_000_000_000L));
            }
            said.accept("全部再投递一次，核对回复");
            deliverAgain(postman);
        }
        return judge(said);
    }

    private void deliverAndKill(Postman postman, List<Script> scripts, int killAt) {
        Thread killer = Thread.ofVirtual().start(() -> killWhen(killAt));
        atOnce(scripts, script -> converse(postman, script));
        try {
            killer.join();
        } catch (InterruptedException e) {
            throw BenchException.interrupted(e);
        }
        if (!server.child().isAlive()) {
            throw new BenchException("强杀之后没有恢复：\n" + server.child().lastWords());
        }
    }

    private void converse(Postman postman, Script script) {
        for (String text : script.texts()) {
            Delivered delivered = postman.deliver(platform.message(script.openId(), text));
            ledger.add(delivered);
            if (!delivered.acknowledged()) {
                return;
            }
        }
    }

    private void killWhen(int messages) {
        while (ledger.size() < messages) {
            Child.pause(1);
        }
        Child.pause(random.nextInt(JITTER_MS));
        laboratory.kill(server);
        gate.shut();
        try {
            server = launch();
            awaitReady();
        } finally {
            gate.open();
        }
    }

    private Server launch() {
        return laboratory.launch("kills", data, List.of(), Map.of(), port, managementPort);
    }

    private void awaitReady() {
        server.child().await(() -> Laboratory.isReady(managementPort));
    }

    private void deliverAgain(Postman postman) {
        atOnce(ledger.acknowledged(), first -> ledger.deliveredAgain(first, postman.deliver(first.message())));
    }

    private static <T> void atOnce(List<T> items, Consumer<T> work) {
        AtOnce.all(
                AT_ONCE,
                items.stream()
                        .map(item -> Executors.callable(() -> work.accept(item)))
                        .toList());
    }

    /** The program is ended properly before the store is looked into; what is still open gets time to be picked up by the sweeper. */
    private Report judge(Consumer<String> said) {
        boolean endedInTime = server.child().end(END_PATIENCE);
        Oracle.Kept kept = kept();
        for (int rest = 0; rest < MOST_RESTS && kept.unfinished() > 0; rest++) {
            said.accept("还有 " + kept.unfinished() + " 条没有处理完，再等 " + REST.toSeconds() + " 秒");
            server = launch();
            awaitReady();
            Child.pause(REST.toMillis());
            endedInTime &= server.child().end(END_PATIENCE);
            kept = kept();
        }
        Oracle.Finding found = Oracle.judge(ledger, kept);
        return new Report(
                ledger.size(),
                ledger.acknowledged().size(),
                ledger.repeated(),
                found.effects(),
                ledger.stopgaps(),
                found.lost(),
                found.twice(),
                found.unfinished(),
                options.runs(),
                endedInTime);
    }

    private Oracle.Kept kept() {
        Store store = laboratory.store(data, List.of());
        try {
            return Oracle.read(store.mongoUri());
        } finally {
            store.child().end(END_PATIENCE);
        }
    }
}
