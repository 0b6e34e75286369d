package cn.huying.api.job;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitResult;

/** Wakes the jobs that listen to it. Given while none runs, it is lost, and the next round finds what there is to do. */
public final class Nudge {
    private final Sinks.Many<Boolean> given = Sinks.many().multicast().directBestEffort();

    /** Never blocks, never fails; the work itself begins on another thread. */
    public void give() {
        EmitResult result = given.tryEmitNext(true);
        while (result == EmitResult.FAIL_NON_SERIALIZED) {
            Thread.onSpinWait();
            result = given.tryEmitNext(true);
        }
    }

    Flux<Boolean> given() {
        return given.asFlux();
    }
}
