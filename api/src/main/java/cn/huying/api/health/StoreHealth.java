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
 * @param whenAway what this replica is without the store; asked only then
 */
public record StoreHealth(Supplier<? extends Publisher<?>> ping, Duration patience, Mono<Status> whenAway)
        implements ReactiveHealthIndicator {
    /** Still ready: everything goes on, something waits. */
    public static final Status DEGRADED = new Status("DEGRADED");

    /** Nothing works without it. */
    public static StoreHealth needed(Supplier<? extends Publisher<?>> ping, Duration patience) {
        return new StoreHealth(ping, patience, Mono.just(Status.DOWN));
    }

    /** Something else takes over while it is away; when that does not work either, nothing does. */
    public static StoreHealth replaced(
            Supplier<? extends Publisher<?>> ping, Duration patience, Mono<Boolean> replacement) {
        return new StoreHealth(
                ping,
                patience,
                replacement.timeout(patience).onErrorReturn(false).map(works -> works ? DEGRADED : Status.DOWN));
    }

    /** It holds nothing that is not known elsewhere. */
    public static StoreHealth missed(Supplier<? extends Publisher<?>> ping, Duration patience) {
        return new StoreHealth(ping, patience, Mono.just(DEGRADED));
    }

    @Override
    public Mono<Health> health() {
        return Mono.defer(() -> Mono.from(ping.get()))
                .timeout(patience)
                .then(Mono.fromSupplier(() -> Health.up().build()))
                .onErrorResume(away -> whenAway.map(status -> Health.status(status)
                        .withDetail("cause", away.getClass().getSimpleName())
                        .build()));
    }
}
