package cn.huying.api.bench;

import cn.huying.api.bench.lab.Child;
import cn.huying.api.bench.load.Generator;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * One server under one load for a while.
 *
 * @param load how it was driven, for people
 * @param cpuMicros CPU time of the server's process a message, in microseconds
 * @param generator part of one core the generator used
 */
record Measurement(
        String server,
        String load,
        int messages,
        double perSecond,
        double p50,
        double p99,
        double p999,
        double cpuMicros,
        long rssMegabytes,
        double generator,
        int silent,
        int errors) {

    static final List<String> HEADINGS = List.of(
            "服务", "负载", "条数", "条/秒", "p50 ms", "p99 ms", "p99.9 ms", "CPU µs/条", "RSS MB", "发生器 CPU", "稍后回复", "错误");

    /** The clocks that run beside a load. */
    static final class Watch {
        private static final com.sun.management.OperatingSystemMXBean SELF =
                (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final Child child;
        private final Duration cpuBefore;
        private final long selfBefore = SELF.getProcessCpuTime();
        private final long from = System.nanoTime();

        Watch(Child child) {
            this.child = child;
            this.cpuBefore = child.cpu();
        }

        Measurement stop(String server, String load, Generator.Tally tally) {
            double cpu = child.cpu().minus(cpuBefore).toNanos() / 1_000.0;
            double self = (double) (SELF.getProcessCpuTime() - selfBefore) / (System.nanoTime() - from);
            return new Measurement(
                    server,
                    load,
                    tally.answered(),
                    tally.perSecond(),
                    tally.latencies().percentile(0.5),
                    tally.latencies().percentile(0.99),
                    tally.latencies().percentile(0.999),
                    tally.answered() == 0 ? 0 : cpu / tally.answered(),
                    child.rssMegabytes(),
                    self,
                    tally.silent(),
                    tally.failed());
        }
    }

    List<String> row() {
        return List.of(
                server,
                load,
                Integer.toString(messages),
                number(perSecond, 0),
                number(p50, 2),
                number(p99, 2),
                number(p999, 2),
                number(cpuMicros, 1),
                rssMegabytes == 0 ? "-" : Long.toString(rssMegabytes),
                number(generator * 100, 0) + "%",
                Integer.toString(silent),
                Integer.toString(errors));
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
