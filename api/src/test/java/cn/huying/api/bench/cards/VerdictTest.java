package cn.huying.api.bench.cards;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.bench.cards.CardRun.Options;
import cn.huying.api.bench.cards.CardRun.Report;
import cn.huying.api.bench.cards.Hand.Tapped;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The judge must not be lenient: whatever is not one winner and everybody else told who it is, is wrong. */
class VerdictTest {
    private static final Options TWO_ON_ONE = new Options(2, 1, 1);
    private static final Tapped WON = new Tapped("c", "worker1", "", 1);
    private static final Tapped TOLD = new Tapped("c", "worker2", Crew.nameOf("worker1") + "已接单", 2);

    private static Report judged(List<Tapped> tapped, List<String> signers) {
        return new Verdict(tapped, Map.of("c", signers)).report(TWO_ON_ONE, 1);
    }

    @Test
    void oneWinnerAndTheOtherToldShouldBeClean() {
        Report report = judged(List.of(WON, TOLD), List.of("worker1"));

        assertThat(report.clean()).isTrue();
        assertThat(report.repeated()).isEqualTo(1);
    }

    @Test
    void twoSignersOrNoneShouldBeWrong() {
        assertThat(judged(List.of(WON, TOLD), List.of("worker1", "worker2")).wrong())
                .hasSize(1);
        assertThat(judged(List.of(WON, TOLD), List.of()).clean()).isFalse();
    }

    @Test
    void loserWhoWasToldNothingShouldBeWrong() {
        Tapped untold = new Tapped("c", "worker2", "", 1);

        assertThat(judged(List.of(WON, untold), List.of("worker1")).wrong()).hasSize(1);
    }

    @Test
    void winnerWhoWasToldSomebodyElseWonShouldBeWrong() {
        Tapped misled = new Tapped("c", "worker1", Crew.nameOf("worker2") + "已接单", 1);

        assertThat(judged(List.of(misled, TOLD), List.of("worker1")).clean()).isFalse();
    }

    @Test
    void aTapThatNeverCameInShouldNotBeClean() {
        assertThat(judged(List.of(WON), List.of("worker1")).clean()).isFalse();
    }
}
