package cn.huying.api.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void closedLoopShouldAlwaysBeDueAndWaitFromNow() {
        Pace pace = Pace.whenAnswered();

        assertThat(pace.due(42)).isEqualTo(42);
        assertThat(pace.take(42)).isEqualTo(42);
    }

    @Test
    void arrivalsShouldKeepTheirMeanRateHoweverLateTheyAreTaken() {
        Pace pace = Pace.arrivals(1_000, new Random(7));
        long first = pace.due(0);
        for (int i = 0; i < 10_000; i++) {
            pace.take(Long.MAX_VALUE);
        }

        assertThat((pace.due(0) - first) / 1e9).isCloseTo(10, within(0.3));
    }

    @Test
    void arrivalsShouldCountWaitingFromTheIntendedMoment() {
        Pace pace = Pace.arrivals(1_000, new Random(7));
        long due = pace.due(0);

        assertThat(pace.take(due + 1_000_000_000)).isEqualTo(due);
    }
}
