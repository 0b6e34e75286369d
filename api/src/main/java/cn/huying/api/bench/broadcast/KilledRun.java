package cn.huying.api.bench.broadcast;

import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.bench.lab.Child;
import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.bench.lab.Laboratory.Server;
import cn.huying.bot.broadcast.BroadcastState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Kills the whole program again and again while it writes recipients down and sends mass sends, each time on the data the last kill left,
 * and then holds the platform's journal against who was to be told.
 */
public final class KilledRun {
    private static final int EARLIEST_MS = 1_000;
    private static final int LATEST_MS = 5_000;
    private static final Duration REST = Duration.ofMinutes(4);
    private static final Duration END_PATIENCE = Duration.ofSeconds(10);
    private static final int POLL_MS = 500;
    /** What a kill left uncertain may be asked again after a minute only; meanwhile another one is begun. */
    private static final int AT_ONCE = 2;
    /** Their rows stay, and every start reads them all. */
    private static final int MOST_BROADCASTS = 4;

    private final Laboratory laboratory;
    private final Options options;
    private final Stage stage;
    private final MassHost host;
    private final Random random;
    private final List<String> broadcasts = new ArrayList<>();

    /** @param seed decides when the kills come and how slow the platform is */
    public record Options(int recipients, int kills, long seed) {}

    /**
     * @param sends mass sends that took effect
     * @param repeated mass sends asked again under their key
     * @param limited mass sends the platform refused for being over its limit of a minute
     * @param missed pairs of broadcast and resident that no mass send carried
     * @param twice pairs that more than one carried
     */
    public record Report(
            int kills, int broadcasts, int recipients, int sends, int repeated, int limited, int missed, int twice) {
        public boolean clean() {
            return missed == 0 && twice == 0 && limited == 0;
        }

        /** One line for people and scripts; the upper bound is the rule of three, at 95 %. */
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "mass sends: kills=%d broadcasts=%d recipients=%d sends=%d repeated=%d limited=%d missed=%d twice=%d upper95=%s",
                    kills,
                    broadcasts,
                    recipients,
                    sends,
                    repeated,
                    limited,
                    missed,
                    twice,
                    clean() ? String.format(Locale.ROOT, "%.1f%%", Math.min(100, 300.0 / kills)) : "n/a");
        }
    }

    private KilledRun(Laboratory laboratory, Options options, MassHost host, Random random) {
        this.laboratory = laboratory;
        this.options = options;
        this.host = host;
        this.random = random;
        this.stage = new Stage(laboratory, new Crowd(options.recipients()));
    }

    /** Runs it all and cleans up. @param home the folder with {@code config/}; @param said is told what is going on */
    public static Report run(Path home, Options options, Consumer<String> said) throws IOException {
        Random random = new Random(options.seed());
        try (Laboratory laboratory = new Laboratory(home);
                MassHost host = new MassHost(Clock.systemUTC(), random)) {
            return new KilledRun(laboratory, options, host, random).run(said);
        }
    }

    private Report run(Consumer<String> said) throws IOException {
        stage.settle();
        said.accept(options.recipients() + " 位居民已登记");
        for (int kill = 1; kill <= options.kills(); kill++) {
            Server server = stage.started(host);
            int after = random.nextInt(EARLIEST_MS, LATEST_MS);
            long ready = System.nanoTime();
            if (unfinished().size() < AT_ONCE && broadcasts.size() < MOST_BROADCASTS) {
                broadcasts.add(approved(server));
            }
            Child.pause(Math.max(0, after - (System.nanoTime() - ready) / 1_000_000));
            laboratory.kill(server);
            said.accept("第 %d/%d 次：就绪 %d 毫秒后强杀；%d 条广播，平台受理 %d 批"
                    .formatted(
                            kill,
                            options.kills(),
                            after,
                            broadcasts.size(),
                            host.journal().size()));
        }
        said.accept("不再强杀，等它发完");
        finish();
        return judge();
    }

    private String approved(Server server) {
        String id =
                Desk.of(server.port(), "author").compose("谨防诈骗（" + (broadcasts.size() + 1) + "）", stage.community());
        Desk.of(server.port(), "approver").approve(id);
        return id;
    }

    private void finish() {
        Server server = stage.started(host);
        Desk desk = Desk.of(server.port(), "author");
        long end = System.nanoTime() + REST.toNanos();
        while (System.nanoTime() < end && !broadcasts.stream().allMatch(id -> isDone(desk, id))) {
            Child.pause(POLL_MS);
        }
        server.child().end(END_PATIENCE);
    }

    /** The page asks how it goes on, and says in which state it saw it; what is done it follows only for the platform's reports. */
    private static boolean isDone(Desk desk, String id) {
        String page = desk.read("/console/broadcasts/" + id);
        return Stream.of(BroadcastState.APPROVED, BroadcastState.SENDING)
                .noneMatch(state -> page.contains("/progress?seen=" + state));
    }

    private List<String> unfinished() {
        Map<String, Set<String>> told = told();
        return broadcasts.stream()
                .filter(id -> told.getOrDefault(id, Set.of()).size() < options.recipients())
                .toList();
    }

    private Map<String, Set<String>> told() {
        Map<String, Set<String>> told = new HashMap<>();
        host.journal()
                .forEach(sent -> told.computeIfAbsent(sent.broadcast(), _ -> new HashSet<>())
                        .addAll(sent.to()));
        return told;
    }

    private Report judge() {
        Map<String, Set<String>> told = told();
        int missed = 0;
        for (String id : broadcasts) {
            Set<String> reached = told.getOrDefault(id, Set.of());
            for (int n = 0; n < options.recipients(); n++) {
                missed += reached.contains(Crowd.openId(n).value()) ? 0 : 1;
            }
        }
        List<MassHost.Sent> journal = host.journal();
        int carried = journal.stream().mapToInt(sent -> sent.to().size()).sum();
        int once = told.values().stream().mapToInt(Set::size).sum();
        MassHost.Repeats repeats = host.repeats();
        if (!Set.copyOf(broadcasts).containsAll(told.keySet())) {
            throw new BenchException("平台收到了没有人批准的广播");
        }
        return new Report(
                options.kills(),
                broadcasts.size(),
                options.recipients(),
                journal.size(),
                repeats.known() + repeats.tooSoon(),
                repeats.limited(),
                missed,
                carried - once);
    }
}
