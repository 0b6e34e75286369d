package cn.huying.api.health;

import java.time.Duration;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;

/**
 * Asks a store whether it answers, and does not wait long for it.
 *
 * @param ping anything but an error counts as an answer
 * @param whenAway what this replica is without the store
 */
public record StoreHealth(Supplier<? extends Publisher<?>> ping, Duration patience, Status whenAway)
        implements ReactiveHealthIndicator {
    /** Still ready: everything goes on, something waits. */
    public static final Status DEGRADED = new Status("DEGRADED");

    /** Nothing works without it. */
    public static StoreHealth needed(Supplier<? extends Publisher<?>> ping, Duration patience) {
        return new StoreHealth(ping, patience, Status.DOWN);
    }

    /** It holds nothing that is not known elsewhere. */
    public static StoreHealth missed(Supplier<? extends Publisher<?>> ping, Duration patience) {
        return new StoreHealth(ping, patience, DEGRADED);
    }

    @Override
    public Mono<Health> health() {
        return Mono.defer(() -> Mono.from(ping.get()))
                .timeout(patience)
                .then(Mono.fromSupplier(() -> Health.up().build()))
                .onErrorResume(away -> Mono.just(Health.status(whenAway)
                        .withDetail("cause", away.getClass().getSimpleName())
                        .build()));
    }
}
