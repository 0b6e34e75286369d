package cn.huying.api.bench.cards;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.Home;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fifty workers tap the same two hundred cards at once through two replicas, each a process of its own before one store. */
@Tag("slow")
class TwoReplicasTest {
    @Test
    void everyCardShouldHaveOneWinnerAndTheOthersShouldBeToldWhoItIs() throws IOException {
        CardRun.Options options = new CardRun.Options(50, 200, System.nanoTime());

        CardRun.Report report = CardRun.run(Home.ROOT, options, System.out::println);

        assertThat(report.wrong()).as("seed %d", options.seed()).isEmpty();
        assertThat(report.winners()).isEqualTo(200);
        assertThat(report.told()).isEqualTo(200 * 49);
        System.out.println(report);
    }
}
