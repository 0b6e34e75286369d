package cn.huying.api.mongo;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Joins what concurrent callers ask of a collection into one command. Whoever comes while nothing is under way leaves in the same turn of
 * the event loop, with all who came in that turn; under load the callers behind gather and leave together, so that the cost of a command
 * is shared just when it matters.
 *
 * @param <I> what one caller asks
 * @param <O> what one caller gets
 */
public final class Together<I, O> {
    private static final int MOST_TOGETHER = 100;

    private final Function<List<I>, Mono<Function<I, Mono<O>>>> command;
    private final Executor turn;
    private final Queue<Caller<I, O>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    private record Caller<I, O>(I asked, MonoSink<O> sink, AtomicBoolean gone) {
        void get(Mono<O> outcome) {
            outcome.subscribe(sink::success, sink::error, sink::success);
        }
    }

    public Together(Function<List<I>, Mono<Function<I, Mono<O>>>> command) {
        this(command, Mongo.SAME_TURN);
    }

    /**
     * @param command one command for all of them; then each caller's own outcome, which must be at hand. Its error is everybody's.
     * @param turn runs a task when those who are at work now have come to their question
     */
    Together(Function<List<I>, Mono<Function<I, Mono<O>>>> command, Executor turn) {
        this.command = command;
        this.turn = turn;
    }

    public Mono<O> ask(I asked) {
        return Mono.create(sink -> {
            Caller<I, O> caller = new Caller<>(asked, sink, new AtomicBoolean());
            sink.onDispose(() -> caller.gone().set(true));
            waiting.add(caller);
            dispatch();
        });
    }

    private void dispatch() {
        while (!waiting.isEmpty() && underWay.compareAndSet(false, true)) {
            turn.execute(() -> leave(gather()));
        }
    }

    /** Without those who gave up meanwhile: while the database hangs, nobody is to wait behind what nobody waits for. */
    private List<Caller<I, O>> gather() {
        List<Caller<I, O>> callers = new ArrayList<>();
        Caller<I, O> next;
        while (callers.size() < MOST_TOGETHER && (next = waiting.poll()) != null) {
            if (!next.gone().get()) {
                callers.add(next);
            }
        }
        return callers;
    }

    private void leave(List<Caller<I, O>> callers) {
        if (callers.isEmpty()) {
            underWay.set(false);
            dispatch();
            return;
        }
        Mono.defer(() -> command.apply(callers.stream().map(Caller::asked).toList()))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the command ended without an outcome")))
                .subscribe(
                        outcomes -> arrived(callers, caller -> caller.get(outcomes.apply(caller.asked()))),
                        error -> arrived(callers, caller -> caller.sink().error(error)));
    }

    /** Those who wait leave before the outcomes are told: what the callers do with theirs may take a while. */
    private void arrived(List<Caller<I, O>> callers, Consumer<Caller<I, O>> tell) {
        underWay.set(false);
        dispatch();
        callers.forEach(tell);
    }
}
