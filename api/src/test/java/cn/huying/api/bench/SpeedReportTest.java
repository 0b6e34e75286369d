package cn.huying.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedReportTest {
    private final List<Measurement> measured = new ArrayList<>();

    private void round(String server, String load, double perSecond, double p99, double cpuMicros, int errors) {
        measured.add(new Measurement(server, load, 1_000, perSecond, 1, p99, p99 * 2, cpuMicros, 300, 0.2, 0, errors));
    }

    private void rounds(double fullPerSecond, double fullMicros, double p99AtHalf, int errors) {
        round(SpeedRun.BARE, SpeedRun.FLAT_OUT, 20_000, 5, 30, 0);
        round(SpeedRun.FULL, SpeedRun.FLAT_OUT, fullPerSecond, 60, fullMicros, errors);
        round(SpeedRun.OWN_STORE, SpeedRun.FLAT_OUT, 1_500, 60, 620, 0);
        round(SpeedRun.FULL, SpeedRun.HALF, fullPerSecond / 2, p99AtHalf, fullMicros, 0);
    }

    private String printed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new SpeedReport(measured).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldBeMetWithinAllBars() {
        rounds(2_000, 450, 20, 0);

        assertThat(new SpeedReport(measured).met()).isTrue();
        assertThat(new SpeedReport(measured).ofBare(SpeedRun.FULL)).isEqualTo(0.1);
        assertThat(new SpeedReport(measured).cpuTimesBare(SpeedRun.FULL)).isEqualTo(15);
        assertThat(printed()).doesNotContain("未达到").contains("0.100");
    }

    @Test
    void shouldNotBeMetBeyondAnyBar() {
        rounds(1_300, 450, 20, 0);
        assertThat(new SpeedReport(measured).met()).as("throughput").isFalse();
        assertThat(printed()).contains("未达到  吞吐").contains("达到    半载");

        measured.clear();
        rounds(2_000, 601, 20, 0);
        assertThat(new SpeedReport(measured).met()).as("cpu").isFalse();

        measured.clear();
        rounds(2_000, 450, 100, 0);
        assertThat(new SpeedReport(measured).met()).as("p99").isFalse();

        measured.clear();
        rounds(2_000, 450, 20, 1);
        assertThat(new SpeedReport(measured).met()).as("errors").isFalse();
    }

    @Test
    void medianShouldBeOfTheRoundsOfOneServerUnderOneLoad() {
        List.of(900.0, 100.0, 300.0).forEach(rate -> round(SpeedRun.FULL, SpeedRun.FLAT_OUT, rate, 1, 1, 0));
        round(SpeedRun.FULL, SpeedRun.HALF, 5_000, 1, 1, 0);
        SpeedReport report = new SpeedReport(measured);

        assertThat(report.median(SpeedRun.FULL, SpeedRun.FLAT_OUT, Measurement::perSecond))
                .isEqualTo(300);
        round(SpeedRun.FULL, SpeedRun.FLAT_OUT, 500, 1, 1, 0);
        assertThat(report.median(SpeedRun.FULL, SpeedRun.FLAT_OUT, Measurement::perSecond))
                .isEqualTo(400);
        assertThat(report.median(SpeedRun.BARE, SpeedRun.FLAT_OUT, Measurement::perSecond))
                .isZero();
    }
}
