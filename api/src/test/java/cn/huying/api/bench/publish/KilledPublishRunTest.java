package cn.huying.api.bench.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.Home;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One kill in the middle of publishing; {@code ./huying bench publish} does many, and looks at the clock. */
@Tag("slow")
class KilledPublishRunTest {
    private static final long SEED = 20261122;

    @Test
    void killedReplicaShouldAnswerAsPublishedAfterItsNextStart() throws IOException {
        KilledPublishRun.Report report = KilledPublishRun.run(Home.ROOT, 1, SEED, System.out::println);

        assertThat(report.wrong()).isEmpty();
        assertThat(report.editions()).isPositive();
        assertThat(report.asked()).isPositive();
    }
}
