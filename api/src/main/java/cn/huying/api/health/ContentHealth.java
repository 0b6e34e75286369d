package cn.huying.api.health;

import cn.huying.bot.content.FollowingKnowledgeBase.Standing;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import reactor.core.publisher.Mono;

/** Whether answers come from the newest edition. Behind it, this replica answers all the same, from an older one. */
public record ContentHealth(Supplier<Standing> standing) implements ReactiveHealthIndicator {
    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(() -> {
            Standing now = standing.get();
            return (now.trouble().isPresent() ? Health.status(StoreHealth.DEGRADED) : Health.up())
                    .withDetail("served", now.served())
                    .withDetail("latest", now.latest())
                    .build();
        });
    }
}
