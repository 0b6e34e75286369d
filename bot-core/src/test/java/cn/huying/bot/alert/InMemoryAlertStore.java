package cn.huying.bot.alert;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Alerts that are forgotten with the process. */
public final class InMemoryAlertStore implements AlertStore {
    private final Map<AlertId, Alert> kept = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> keep(Alert alert) {
        return Mono.fromRunnable(() -> kept.putIfAbsent(alert.id(), alert));
    }

    @Override
    public Mono<Boolean> isSuperseded(AlertId id) {
        return Mono.fromSupplier(() ->
                kept.values().stream().anyMatch(alert -> alert.references().contains(id)));
    }
}
