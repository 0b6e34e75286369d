package cn.huying.api.bench.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.Home;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The whole program is killed while it sends to four thousand residents; {@code ./huying bench broadcast --kills 30} does it with more. */
@Tag("slow")
class KilledBroadcastTest {
    @Test
    void nobodyShouldBeMissedOrToldTwice() throws IOException {
        KilledRun.Options options = new KilledRun.Options(4_000, 2, System.nanoTime());

        KilledRun.Report report = KilledRun.run(Home.ROOT, options, System.out::println);

        assertThat(report.clean()).as("%s, seed %d", report, options.seed()).isTrue();
        assertThat(report.sends()).isGreaterThanOrEqualTo(4);
    }
}
