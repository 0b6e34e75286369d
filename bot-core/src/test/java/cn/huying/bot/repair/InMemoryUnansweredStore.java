package cn.huying.bot.repair;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Questions that are forgotten with the process. */
public final class InMemoryUnansweredStore implements UnansweredStore {
    private final ConcurrentMap<String, Unanswered> rows = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> keep(List<Unanswered> questions) {
        return Mono.fromRunnable(() -> questions.forEach(question -> rows.putIfAbsent(question.id(), question)));
    }

    @Override
    public Flux<Unanswered> newest(int limit) {
        return Flux.defer(() -> Flux.fromStream(rows.values().stream()
                .sorted(Comparator.comparing(Unanswered::at).reversed())
                .limit(limit)));
    }

    @Override
    public Mono<Long> dismiss(Collection<String> ids) {
        return Mono.fromSupplier(
                () -> ids.stream().filter(id -> rows.remove(id) != null).count());
    }

    @Override
    public Mono<Long> forget(Instant askedBefore) {
        return Mono.fromSupplier(() -> {
            List<Unanswered> old = rows.values().stream()
                    .filter(question -> question.at().isBefore(askedBefore))
                    .toList();
            old.forEach(question -> rows.remove(question.id()));
            return (long) old.size();
        });
    }
}
