package cn.huying.api.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.Home;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole program is killed twice with SIGKILL while it takes messages; {@code ./huying bench kills} does it twenty times. */
@Tag("slow")
class KillTest {
    @Test
    void nothingAcknowledgedShouldBeLostOrDoneTwice() throws IOException {
        KillRun.Options options = new KillRun.Options(2, 400, System.nanoTime());

        KillRun.Report report = KillRun.run(Home.ROOT, options, System.out::println);

        assertThat(report.clean()).as("%s, seed %d", report, options.seed()).isTrue();
        assertThat(report.effects()).as("messages that registered something").isGreaterThan(100);
        assertThat(report.acknowledged()).isGreaterThan(700);
        assertThat(report.endedInTime()).as("ended within 10 s of SIGTERM").isTrue();
    }
}
