package cn.huying.bot.alert;

import reactor.core.publisher.Mono;

/** Which messages came in, so that one which lifts another counts even when it overtakes it. */
public interface AlertStore {
    /** Keeps a message; one known already stays as it is. */
    Mono<Void> keep(Alert alert);

    /** Whether an update or cancellation that refers to this message was kept. */
    Mono<Boolean> isSuperseded(AlertId id);
}
