package cn.huying.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class StoreHealthTest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Test
    void storeThatAnswersShouldBeUpWhateverItSays() {
        assertThat(asked(StoreHealth.needed(() -> Mono.just("pong"), PATIENCE)).getStatus())
                .isEqualTo(Status.UP);
        assertThat(asked(StoreHealth.needed(Mono::empty, PATIENCE)).getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void storeThatErrsShouldBeToldByTheClassOfItsFailureAlone() {
        Supplier<Mono<String>> away = () -> Mono.error(new IllegalStateException("mongodb://user:pass@host"));
        Health needed = asked(StoreHealth.needed(away, PATIENCE));

        assertThat(needed.getStatus()).isEqualTo(Status.DOWN);
        assertThat(needed.getDetails().toString())
                .contains("IllegalStateException")
                .doesNotContain("pass");
        assertThat(asked(StoreHealth.missed(away, PATIENCE)).getStatus()).isEqualTo(StoreHealth.DEGRADED);
    }

    @Test
    void storeWithAReplacementShouldBeDownOnlyWhenThatDoesNotWorkEither() {
        Supplier<Mono<String>> away = () -> Mono.error(new IllegalStateException());
        assertThat(asked(StoreHealth.replaced(() -> Mono.just("pong"), PATIENCE, Mono.just(false)))
                        .getStatus())
                .isEqualTo(Status.UP);
        assertThat(asked(StoreHealth.replaced(away, PATIENCE, Mono.just(true))).getStatus())
                .isEqualTo(StoreHealth.DEGRADED);
        assertThat(asked(StoreHealth.replaced(away, PATIENCE, Mono.just(false))).getStatus())
                .isEqualTo(Status.DOWN);
        assertThat(asked(StoreHealth.replaced(away, PATIENCE, Mono.error(new IllegalStateException())))
                        .getStatus())
                .isEqualTo(Status.DOWN);
    }

    @Test
    void pingThatThrowsShouldCountAsAway() {
        Supplier<Mono<String>> broken = () -> {
            throw new IllegalStateException("closed");
        };
        assertThat(asked(StoreHealth.needed(broken, PATIENCE)).getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void storeThatHangsShouldBeGivenUpAfterThePatience() {
        VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();
        try {
            var asked = StoreHealth.missed(Mono::never, PATIENCE).health().toFuture();
            time.advanceTimeBy(PATIENCE.minusMillis(1));
            assertThat(asked).isNotDone();
            time.advanceTimeBy(Duration.ofMillis(1));
            assertThat(asked.join().getStatus()).isEqualTo(StoreHealth.DEGRADED);
        } finally {
            VirtualTimeScheduler.reset();
        }
    }

    private static Health asked(StoreHealth store) {
        return Objects.requireNonNull(store.health().block(Duration.ofSeconds(5)));
    }
}
