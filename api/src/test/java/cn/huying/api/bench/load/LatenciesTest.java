package cn.huying.api.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private final Latencies latencies = new Latencies();

    @Test
    void percentileShouldBeTheSmallestLatencyThatPartWasNotAbove() {
        IntStream.rangeClosed(1, 1_000).map(i -> 1_001 - i).forEach(i -> latencies.add(i * 1_000_000L));

        assertThat(latencies.percentile(0.5)).isEqualTo(500);
        assertThat(latencies.percentile(0.99)).isEqualTo(990);
        assertThat(latencies.percentile(0.999)).isEqualTo(999);
        assertThat(latencies.percentile(1)).isEqualTo(1_000);
    }

    @Test
    void percentileShouldCountWhatIsAddedLater() {
        latencies.add(5_000_000);
        assertThat(latencies.percentile(1)).isEqualTo(5);
        latencies.add(9_000_000);
        assertThat(latencies.percentile(1)).isEqualTo(9);
    }

    @Test
    void percentileShouldBeZeroWithoutAny() {
        assertThat(latencies.percentile(0.99)).isZero();
    }

    @Test
    void shouldKeepMoreThanItsFirstRoom() {
        IntStream.range(0, 200_000).forEach(i -> latencies.add(i * 1_000L));

        assertThat(latencies.count()).isEqualTo(200_000);
        assertThat(latencies.percentile(1)).isEqualTo(199.999);
    }
}
