package cn.huying.api.bench.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.Home;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A few publications on two replicas, and two kills; {@code ./huying bench publish} does many and looks at the clock. */
@Tag("slow")
class PublishRunTest {
    private static final long SEED = 20261122;

    @Test
    void bothReplicasShouldAnswerWithEverythingPublished() throws IOException {
        PublishRun.Report report = PublishRun.run(Home.ROOT, 3, SEED, System.out::println);

        assertThat(report.publications()).isEqualTo(3);
    }

    @Test
    void killedReplicaShouldAnswerAsPublishedAfterItsNextStart() throws IOException {
        KilledPublishRun.Report report = KilledPublishRun.run(Home.ROOT, 2, SEED, System.out::println);

        assertThat(report.wrong()).isEmpty();
        assertThat(report.editions()).isGreaterThan(2);
        assertThat(report.asked()).isGreaterThan(20);
    }
}
