package cn.huying.bot.request;

import cn.huying.bot.delivery.Outbox;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.resident.ResidentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Requests that are gone with the process. */
public final class InMemoryServiceRequestStore implements ServiceRequestStore {
    private final Map<RequestId, ServiceRequest> requests = new LinkedHashMap<>();

    @Override
    public Mono<ServiceRequest> submit(ServiceRequest request) {
        return Mono.fromSupplier(() -> {
            synchronized (requests) {
                ServiceRequest there = requests.putIfAbsent(request.id(), request.atRev(1));
                return there == null ? request.atRev(1) : there;
            }
        });
    }

    @Override
    public Mono<ServiceRequest> find(RequestId id) {
        return Mono.fromSupplier(() -> {
                    synchronized (requests) {
                        return Optional.ofNullable(requests.get(id));
                    }
                })
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public <T> Mono<T> compute(RequestId id, Function<ServiceRequest, Decision<T>> change) {
        return Mono.defer(() -> {
            synchronized (requests) {
                ServiceRequest before = requests.get(id);
                return before == null ? Mono.empty() : Mono.just(decided(before, change.apply(before)));
            }
        });
    }

    private <T> T decided(ServiceRequest before, Decision<T> decision) {
        if (decision instanceof Decision.Write<T>(ServiceRequest next, T result)) {
            int known = before.history().size();
            if (next.history().size() < known
                    || !next.history().subList(0, known).equals(before.history())) {
                throw new IllegalStateException("the history of " + before.id() + " would be changed");
            }
            requests.put(before.id(), next.atRev(before.rev() + 1));
            return result;
        }
        return decision.result();
    }

    @Override
    public Flux<ServiceRequest> ofRequester(ResidentId resident, int limit) {
        return matching(request -> request.submission().requester().resident().equals(resident))
                .collectList()
                .flatMapIterable(List::reversed)
                .take(limit);
    }

    @Override
    public Mono<Boolean> mayHaveBeenAsked(ResidentId resident) {
        return ofRequester(resident, Integer.MAX_VALUE).any(request -> request.entered(RequestState.NEEDS_INFO) > 0);
    }

    @Override
    public Flux<ServiceRequest> list(RequestFilter filter, Optional<ListPlace> after, int limit) {
        return matching(filter::fits)
                .filter(request -> after.filter(place -> place.compareTo(ListPlace.of(request)) >= 0)
                        .isEmpty())
                .sort(Comparator.comparing(ListPlace::of))
                .take(limit);
    }

    @Override
    public Flux<RequestId> withDueOutbox(Instant now, int limit) {
        return matching(request -> !dueAt(request).isAfter(now))
                .sort(Comparator.comparing(InMemoryServiceRequestStore::dueAt))
                .map(ServiceRequest::id)
                .take(limit);
    }

    @Override
    public Flux<RequestId> toLookAt(Instant now, int limit) {
        return matching(request -> !lookAt(request).isAfter(now))
                .sort(Comparator.comparing(InMemoryServiceRequestStore::lookAt))
                .map(ServiceRequest::id)
                .take(limit);
    }

    private static Instant lookAt(ServiceRequest request) {
        return request.standing().due().look().orElse(Instant.MAX);
    }

    @Override
    public Flux<ServiceRequest> withListedOutbox(int limit) {
        return matching(request -> request.outbox().stream().anyMatch(OutboxEntry::isListed))
                .take(limit);
    }

    private static Instant dueAt(ServiceRequest request) {
        return Outbox.nextDue(request.outbox()).orElse(Instant.MAX);
    }

    private Flux<ServiceRequest> matching(Predicate<ServiceRequest> which) {
        return Flux.defer(() -> {
            synchronized (requests) {
                return Flux.fromIterable(new ArrayList<>(requests.values())).filter(which);
            }
        });
    }

    /** Forgets everything: the next test begins on the first day. */
    public void clear() {
        synchronized (requests) {
            requests.clear();
        }
    }
}
