package cn.huying.api.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All measurements of a run, their medians, and whether they are within the bars. */
final class SpeedReport {
    private static final double LEAST_OF_BARE = 0.07;
    private static final double MOST_CPU_MICROS = 600;
    private static final double MOST_P99_MS = 100;

    private final List<Measurement> measured;

    SpeedReport(List<Measurement> measured) {
        this.measured = measured;
    }

    /** Of all rounds of that server under that load; 0 when there are none. */
    double median(String server, String load, ToDoubleFunction<Measurement> figure) {
        double[] sorted = measured.stream()
                .filter(one -> one.server().equals(server) && one.load().equals(load))
                .mapToDouble(figure)
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double ofBare(String server) {
        double bare = median(SpeedRun.BARE, SpeedRun.FLAT_OUT, Measurement::perSecond);
        return bare == 0 ? 0 : median(server, SpeedRun.FLAT_OUT, Measurement::perSecond) / bare;
    }

    /** How often the bare server's CPU time a message costs. */
    double cpuTimesBare(String server) {
        double bare = median(SpeedRun.BARE, SpeedRun.FLAT_OUT, Measurement::cpuMicros);
        return bare == 0 ? 0 : cpu(server) / bare;
    }

    private double cpu(String server) {
        return median(server, SpeedRun.FLAT_OUT, Measurement::cpuMicros);
    }

    private double p99AtHalf(String server) {
        return median(server, SpeedRun.HALF, Measurement::p99);
    }

    int errors() {
        return measured.stream().mapToInt(Measurement::errors).sum();
    }

    boolean met() {
        return ofBare(SpeedRun.FULL) >= LEAST_OF_BARE
                && cpu(SpeedRun.FULL) <= MOST_CPU_MICROS
                && p99AtHalf(SpeedRun.FULL) < MOST_P99_MS
                && errors() == 0;
    }

    void print(PrintStream out) {
        Table all = new Table(Measurement.HEADINGS);
        measured.forEach(one -> all.add(one.row()));
        out.println();
        all.print(out);
        out.println("\n各轮的中位数：");
        Table medians = new Table(List.of("服务", "", "条/秒", "CPU µs/条", "吞吐/空服务", "CPU/空服务", "半载 p99 ms"));
        List.of(SpeedRun.BARE, SpeedRun.FULL, SpeedRun.OWN_STORE).forEach(server -> medians.add(medianRow(server)));
        medians.print(out);
        out.println();
        bar(
                out,
                "吞吐不低于空服务的 0.07",
                Measurement.number(ofBare(SpeedRun.FULL), 3),
                ofBare(SpeedRun.FULL) >= LEAST_OF_BARE);
        bar(
                out,
                "全程 CPU 不超过 600 µs/条",
                Measurement.number(cpu(SpeedRun.FULL), 0),
                cpu(SpeedRun.FULL) <= MOST_CPU_MICROS);
        double p99 = p99AtHalf(SpeedRun.FULL);
        bar(out, "半载 p99 小于 100 毫秒", Measurement.number(p99, 1), p99 < MOST_P99_MS);
        bar(out, "没有错误", Integer.toString(errors()), errors() == 0);
    }

    private List<String> medianRow(String server) {
        return List.of(
                server,
                "",
                Measurement.number(median(server, SpeedRun.FLAT_OUT, Measurement::perSecond), 0),
                Measurement.number(cpu(server), 1),
                Measurement.number(ofBare(server), 3),
                Measurement.number(cpuTimesBare(server), 1),
                Measurement.number(p99AtHalf(server), 1));
    }

    private static void bar(PrintStream out, String what, String value, boolean met) {
        out.println((met ? "达到    " : "未达到  ") + what + "：" + value);
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("measurements", measured);
        figures.put("throughputOfBare", ofBare(SpeedRun.FULL));
        figures.put("throughputOfBareOwnStore", ofBare(SpeedRun.OWN_STORE));
        figures.put("cpuMicros", cpu(SpeedRun.FULL));
        figures.put("cpuMicrosOwnStore", cpu(SpeedRun.OWN_STORE));
        figures.put("p99AtHalfLoadMs", p99AtHalf(SpeedRun.FULL));
        figures.put("errors", errors());
        figures.put("met", met());
        return figures;
    }
}
