package cn.huying.bot.handling;

import cn.huying.bot.delivery.Delivery;
import cn.huying.bot.delivery.Outbox;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.OutboxStore;
import cn.huying.bot.request.Decision;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.ServiceRequestStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The outboxes of requests, as the dispatcher sees them. */
public final class RequestOutbox implements OutboxStore {
    private final ServiceRequestStore store;

    public RequestOutbox(ServiceRequestStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public Flux<String> due(Instant now, int limit) {
        return store.withDueOutbox(now, limit).map(RequestId::value);
    }

    @Override
    public Mono<OutboxEntry> claim(String aggregate, String owner, Instant now) {
        return store.compute(new RequestId(aggregate), request -> {
                    Outbox.Claim claim = Outbox.claim(request.outbox(), owner, now);
                    return changed(request, claim.entries(), claim.claimed());
                })
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public Mono<Instant> settle(String aggregate, OutboxEntry claimed, Delivery next) {
        return store.compute(new RequestId(aggregate), request -> {
                    List<OutboxEntry> settled = Outbox.settle(request.outbox(), claimed, next);
                    return changed(request, settled, Outbox.nextDue(settled));
                })
                .flatMap(Mono::justOrEmpty);
    }

    private static <T> Decision<Optional<T>> changed(
            ServiceRequest request, List<OutboxEntry> entries, Optional<T> result) {
        return entries.equals(request.outbox())
                ? new Decision.Keep<>(result)
                : new Decision.Write<>(request.withOutbox(entries), result);
    }

    @Override
    public Flux<Listed> listed(int limit) {
        return store.withListedOutbox(limit)
                .concatMapIterable(request -> request.undelivered().stream()
                        .map(entry -> new Listed(request.id().value(), entry))
                        .toList())
                .take(limit);
    }
}
