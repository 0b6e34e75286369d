package cn.huying.api.bench.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.Home;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A red alert through the whole program: two thousand residents and every group get it, once, and no limit is met. */
@Tag("slow")
class RedAlertTest {
    @Test
    void everybodyShouldGetItOnceAndNoLimitShouldBeMet() throws IOException {
        AlertRun.Report report = AlertRun.run(Home.ROOT, 2_000, System.out::println);

        System.out.println(report);
        assertThat(report.reached()).isEqualTo(2_000);
        assertThat(report.groupsReached()).isEqualTo((int) report.groups()).isGreaterThanOrEqualTo(14);
        assertThat(report.twice()).isZero();
        assertThat(report.limited()).isZero();
    }
}
