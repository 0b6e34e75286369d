package cn.huying.bot.request;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Numbers that start anew with the process. */
public final class InMemoryRequestNumbers implements RequestNumbers {
    private final Map<LocalDate, Long> counters = new HashMap<>();
    private final Map<RequestId, RequestNumber> reserved = new HashMap<>();

    @Override
    public Mono<RequestNumber> reserve(RequestId request, LocalDate day) {
        return Mono.fromSupplier(() -> {
            synchronized (reserved) {
                return reserved.computeIfAbsent(
                        request, id -> new RequestNumber(day, counters.merge(day, 1L, Long::sum)));
            }
        });
    }

    @Override
    public Mono<RequestId> find(RequestNumber number) {
        return Mono.fromSupplier(() -> {
                    synchronized (reserved) {
                        return reserved.entrySet().stream()
                                .filter(entry -> entry.getValue().equals(number))
                                .map(Map.Entry::getKey)
                                .findFirst();
                    }
                })
                .flatMap((Optional<RequestId> found) -> Mono.justOrEmpty(found));
    }

    /** Forgets everything: the next test begins on the first day. */
    public void clear() {
        synchronized (reserved) {
            reserved.clear();
            counters.clear();
        }
    }
}
