package cn.huying.api.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

final class TogetherTest {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final List<CompletableFuture<@Nullable String>> asked = new ArrayList<>();
    private final List<List<Integer>> commands = new ArrayList<>();
    private final List<Sinks.One<Function<Integer, Mono<String>>>> underWay = new ArrayList<>();
    private final Together<Integer, String> together = new Together<>(this::send, Runnable::run);

    private Mono<Function<Integer, Mono<String>>> send(List<Integer> asked) {
        commands.add(List.copyOf(asked));
        Sinks.One<Function<Integer, Mono<String>>> end = Sinks.one();
        underWay.add(end);
        return end.asMono();
    }

    @Test
    void callerShouldLeaveAtOnceWhileNothingIsUnderWay() {
        CompletableFuture<@Nullable String> answer = together.ask(1).toFuture();

        assertThat(commands).containsExactly(List.of(1));
        end(0);
        assertThat(answer).isCompletedWithValue("1!");
    }

    @Test
    void callersOfOneTurnShouldLeaveTogether() {
        Queue<Runnable> turn = new ArrayDeque<>();
        Together<Integer, String> patient = new Together<>(this::send, turn::add);
        for (int i = 0; i < 3; i++) {
            asked.add(patient.ask(i).toFuture());
        }
        assertThat(commands).isEmpty();

        turn.remove().run();

        assertThat(commands).containsExactly(List.of(0, 1, 2));
        assertThat(turn).isEmpty();
        end(0);
        assertThat(asked).allMatch(CompletableFuture::isDone);
    }

    @Test
    void callerWhoGaveUpShouldHoldNobodyUp() {
        asked.add(together.ask(0).toFuture());
        for (int i = 0; i < 1_000; i++) {
            together.ask(-i).subscribe().dispose();
        }
        asked.add(together.ask(1).toFuture());

        end(0);

        assertThat(commands).containsExactly(List.of(0), List.of(1));
    }

    @Test
    void callersBehindShouldGatherAndLeaveTogether() {
        for (int i = 0; i < 7; i++) {
            asked.add(together.ask(i).toFuture());
        }
        assertThat(commands).containsExactly(List.of(0));

        end(0);

        assertThat(commands).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5, 6));
        end(1);
        assertThat(asked).allMatch(CompletableFuture::isDone);
        assertThat(asked.get(6)).isCompletedWithValue("6!");
    }

    @Test
    void callerWithoutOutcomeShouldGetNothing() {
        CompletableFuture<@Nullable String> answer = together.ask(1).toFuture();

        underWay.getFirst().tryEmitValue(asked -> Mono.empty()).orThrow();

        assertThat(answer).isCompletedWithValue(null);
    }

    @Test
    void errorOfOneCallerShouldNotTouchTheOthers() {
        asked.add(together.ask(0).toFuture());
        CompletableFuture<@Nullable String> unlucky = together.ask(1).toFuture();
        CompletableFuture<@Nullable String> lucky = together.ask(2).toFuture();
        end(0);

        underWay.get(1)
                .tryEmitValue(
                        asked -> asked == 1 ? Mono.error(new IllegalStateException("this one")) : Mono.just("fine"))
                .orThrow();

        assertThat(unlucky).isCompletedExceptionally();
        assertThat(lucky).isCompletedWithValue("fine");
    }

    @Test
    void errorOfTheCommandShouldReachEveryCallerAndLetTheNextLeave() {
        CompletableFuture<@Nullable String> first = together.ask(1).toFuture();
        CompletableFuture<@Nullable String> behind = together.ask(3).toFuture();

        underWay.getFirst().tryEmitError(new IllegalStateException("away")).orThrow();
        end(1);

        assertThatThrownBy(first::join).hasRootCauseMessage("away");
        assertThat(behind).isCompletedWithValue("3!");
    }

    @Test
    void commandThatThrowsShouldNotHoldTheQueue() {
        Together<Integer, String> broken = new Together<>(
                asked -> {
                    throw new IllegalStateException("broken");
                },
                Runnable::run);

        for (int i = 0; i < 10; i++) {
            CompletableFuture<@Nullable String> answer = broken.ask(i).toFuture();
            assertThatThrownBy(answer::join).hasRootCauseMessage("broken");
        }
    }

    @Test
    void everyCallerOfManyThreadsShouldGetItsOwnOutcome() {
        Together<Integer, String> real =
                new Together<>(asked -> Mono.delay(Duration.ofMillis(1)).thenReturn(one -> Mono.just(one + "!")));

        List<String> answers = Flux.range(0, 5_000)
                .flatMapSequential(i -> real.ask(i).subscribeOn(Schedulers.parallel()), 256)
                .collectList()
                .block(WAIT);

        assertThat(answers)
                .isEqualTo(IntStream.range(0, 5_000).mapToObj(i -> i + "!").toList());
    }

    private void end(int command) {
        underWay.get(command).tryEmitValue(asked -> Mono.just(asked + "!")).orThrow();
    }
}
