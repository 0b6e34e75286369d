package cn.huying.api.bench.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AtOnceTest {
    @Test
    void outcomesShouldComeInTheOrderOfTheWork() {
        List<Callable<Integer>> work = IntStream.range(0, 100)
                .<Callable<Integer>>mapToObj(n -> () -> n)
                .toList();

        assertThat(AtOnce.all(8, work))
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void asManyAsAllowedShouldReallyBeAtWorkTogetherAndNoMore() {
        CyclicBarrier together = new CyclicBarrier(4);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Integer> meeting = () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            together.await(20, TimeUnit.SECONDS);
            return now.decrementAndGet();
        };

        AtOnce.all(4, IntStream.range(0, 12).mapToObj(_ -> meeting).toList());

        assertThat(most).hasValue(4);
    }

    @Test
    void oneFailureShouldEndTheRunAndSayWhy() {
        Callable<String> broken = () -> {
            throw new IllegalStateException("没有送达");
        };

        assertThatThrownBy(() -> AtOnce.all(2, List.of(() -> "好", broken)))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("没有送达");
    }
}
