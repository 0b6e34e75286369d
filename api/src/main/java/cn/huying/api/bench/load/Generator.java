package cn.huying.api.bench.load;

import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.bench.load.Platform.Verdict;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Sends messages over many connections from one thread. Written on bare NIO because it shares a core with the store: a generator that
 * needs more than the server it measures would measure itself.
 */
public final class Generator implements AutoCloseable {
    private static final long PATIENCE = Duration.ofSeconds(10).toNanos();
    private static final long LONGEST_WAIT_MS = 100;

    private final int port;
    private final Letters letters;
    private final Selector selector;
    private final ArrayDeque<Line> idle = new ArrayDeque<>();
    private final int connections;
    private Tally tally = new Tally();

    public Generator(int port, int connections, Letters letters) throws IOException {
        this.port = port;
        this.letters = letters;
        this.connections = connections;
        this.selector = Selector.open();
        for (int i = 0; i < connections; i++) {
            idle.add(Line.open(port, selector));
        }
    }

    /** What came back in one run. */
    public static final class Tally {
        private final Latencies latencies = new Latencies();
        private final Map<String, Integer> errors = new TreeMap<>();
        private int silent;
        private long nanos;

        public Latencies latencies() {
            return latencies;
        }

        /** How many failed, by why. */
        public Map<String, Integer> errors() {
            return errors;
        }

        /** How many were only acknowledged. */
        public int silent() {
            return silent;
        }

        public int answered() {
            return latencies.count();
        }

        public int failed() {
            return errors.values().stream().mapToInt(Integer::intValue).sum();
        }

        public double perSecond() {
            return nanos == 0 ? 0 : answered() * 1e9 / nanos;
        }

        private void error(String why) {
            errors.merge(why, 1, Integer::sum);
        }
    }

    /** Sends at that pace for that long, then waits for what is still under way. */
    public Tally run(Pace pace, Duration time, IntConsumer progress) throws IOException {
        return run(pace, time, Integer.MAX_VALUE, progress);
    }

    /** As {@link #run(Pace, Duration, IntConsumer)}, but no more than so many messages. */
    public Tally run(Pace pace, Duration time, int most, IntConsumer progress) throws IOException {
        tally = new Tally();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        int left = most;
        while (true) {
            long now = System.nanoTime();
            boolean sending = now < end && left > 0;
            if (!sending && (idle.size() == connections || now > end + PATIENCE)) {
                break;
            }
            while (sending && left > 0 && !idle.isEmpty() && pace.due(now) <= now) {
                send(idle.pop(), pace.take(now));
                left--;
            }
            selector.select(this::ready, sending ? waitMillis(pace, now) : LONGEST_WAIT_MS);
            progress.accept(tally.answered());
        }
        tally.nanos = System.nanoTime() - start;
        for (int lost = idle.size(); lost < connections; lost++) {
            tally.error("没有回答");
        }
        return tally;
    }

    /** With no line free only an answer can wake us; otherwise the next message can. */
    private long waitMillis(Pace pace, long now) {
        return idle.isEmpty() ? LONGEST_WAIT_MS : Math.clamp((pace.due(now) - now) / 1_000_000 + 1, 1, LONGEST_WAIT_MS);
    }

    private void send(Line line, long waitingSince) throws IOException {
        try {
            line.send(letters.next(), waitingSince);
        } catch (IOException broken) {
            replace(line);
        }
    }

    private void ready(SelectionKey key) {
        Line line = (Line) key.attachment();
        try {
            if (line.receive()) {
                count(line);
                idle.add(line);
            }
        } catch (IOException broken) {
            replace(line);
        }
    }

    private void count(Line line) {
        tally.latencies.add(System.nanoTime() - line.startedAt());
        switch (letters.judge(line.letter(), line.status(), line.body())) {
            case Verdict.Replied _ -> {}
            case Verdict.Silent _ -> tally.silent++;
            case Verdict.Wrong(String why) -> tally.error(why);
        }
    }

    private void replace(Line line) {
        tally.error("连接断开");
        try {
            line.close();
            idle.add(Line.open(port, selector));
        } catch (IOException gone) {
            throw new BenchException("服务已不在端口 " + port + " 上", gone);
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            ((Line) key.attachment()).close();
        }
        selector.close();
    }
}
