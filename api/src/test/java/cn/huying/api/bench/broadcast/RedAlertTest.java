package cn.huying.api.bench.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A red alert through the whole program: two thousand residents and every group get it, once, and no limit is met. */
@Tag("slow")
class RedAlertTest {
    private static final Path HOME =
            Path.of(System.getProperty("huying.root", "..")).toAbsolutePath().normalize();

    @Test
    void everybodyShouldGetItOnceAndNoLimitShouldBeMet() throws IOException {
        AlertRun.Report report = AlertRun.run(HOME, 2_000, System.out::println);

        System.out.println(report);
        assertThat(report.reached()).isEqualTo(2_000);
        assertThat(report.groupsReached()).isEqualTo((int) report.groups()).isGreaterThanOrEqualTo(14);
        assertThat(report.twice()).isZero();
        assertThat(report.limited()).isZero();
    }
}
