package cn.huying.bot.delivery.channel;

import cn.huying.bot.staff.WorkerId;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Codes that are gone with the process. */
public final class InMemoryCardCodes implements CardCodes {
    private final Map<String, Kept> codes = new ConcurrentHashMap<>();

    private record Kept(String code, Instant at) {}

    @Override
    public Mono<Void> keep(String about, WorkerId worker, String code, Instant at) {
        return Mono.fromRunnable(() -> codes.put(about + worker, new Kept(code, at)));
    }

    @Override
    public Mono<String> find(String about, WorkerId worker) {
        return Mono.justOrEmpty(codes.get(about + worker)).map(Kept::code);
    }

    @Override
    public Mono<Void> drop(String about, WorkerId worker, String code) {
        return Mono.fromRunnable(() ->
                codes.computeIfPresent(about + worker, (_, kept) -> kept.code().equals(code) ? null : kept));
    }

    @Override
    public Mono<Long> forget(Instant before) {
        return Mono.fromSupplier(() -> {
            int all = codes.size();
            codes.values().removeIf(kept -> kept.at().isBefore(before));
            return (long) all - codes.size();
        });
    }
}
