package cn.huying.bot.repair;

import cn.huying.knowledge.faq.EntryId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Verdicts that are forgotten with the process. */
public final class InMemoryVerdictStore implements VerdictStore {
    private final ConcurrentMap<String, Verdict> rows = new ConcurrentHashMap<>();
    private volatile boolean away;

    /** From now on nothing can be read. */
    public void goAway() {
        away = true;
    }

    @Override
    public Mono<Void> keep(List<Verdict> verdicts) {
        return Mono.fromRunnable(() -> verdicts.forEach(verdict -> rows.put(verdict.id(), verdict)));
    }

    @Override
    public Flux<VerdictCount> counts() {
        return Flux.defer(() -> {
            if (away) {
                return Flux.error(new IllegalStateException("away"));
            }
            Map<VerdictCount, VerdictCount> counts = rows.values().stream()
                    .collect(Collectors.toMap(
                            verdict -> VerdictCount.none(verdict.entry(), verdict.edition()),
                            verdict -> VerdictCount.none(verdict.entry(), verdict.edition())
                                    .and(verdict.said()),
                            VerdictCount::and));
            return Flux.fromIterable(counts.values());
        });
    }

    @Override
    public Flux<VerdictCount> counts(EntryId entry) {
        return counts().filter(count -> count.entry().equals(entry));
    }

    @Override
    public Mono<Long> forget(Instant saidBefore) {
        return Mono.fromSupplier(() -> {
            long before = rows.size();
            rows.values().removeIf(verdict -> verdict.at().isBefore(saidBefore));
            return before - rows.size();
        });
    }
}
