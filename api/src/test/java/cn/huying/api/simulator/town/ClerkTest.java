package cn.huying.api.simulator.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

class ClerkTest {
    @Test
    void workOfManyThreadsShouldBeDoneOneAfterTheOther() {
        List<Integer> plain = new ArrayList<>();
        try (Clerk clerk = new Clerk()) {
            Flux.range(0, 20_000)
                    .parallel(4)
                    .runOn(Schedulers.parallel())
                    .flatMap(n -> clerk.ask(() -> plain.add(n)))
                    .sequential()
                    .blockLast(Duration.ofSeconds(60));
        }
        assertThat(plain)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20_000).boxed().toList());
    }
}
