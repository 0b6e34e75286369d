package cn.huying.bot.delivery.allowance;

import cn.huying.bot.message.Sender;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;

/** A ledger that forgets with the process. */
public final class InMemoryQuotaLedger implements QuotaLedger {
    private final Map<Sender, Allowance> allowances = new ConcurrentHashMap<>();
    private final Clock clock;

    public InMemoryQuotaLedger(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Mono<Boolean> take(Sender sender) {
        return Mono.fromSupplier(() -> {
            AtomicBoolean taken = new AtomicBoolean();
            allowances.computeIfPresent(sender, (who, allowance) -> {
                Optional<Allowance> next = allowance.take(clock.instant());
                taken.set(next.isPresent());
                return next.orElse(allowance);
            });
            return taken.get();
        });
    }

    @Override
    public Mono<Void> opened(Sender sender, Instant at, Opening kind) {
        return Mono.fromRunnable(() -> allowances.compute(
                sender, (who, allowance) -> (allowance == null ? Allowance.none() : allowance).opened(kind, at)));
    }
}
