package cn.huying.bot.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What everything that gives out numbers does. Uses days of its own, so it may run on a store that holds other numbers. */
public abstract class RequestNumbersContract {
    private static final Duration WAIT = Duration.ofSeconds(30);

    private int person;
    private LocalDate day = LocalDate.EPOCH;
    private RequestNumbers numbers = new InMemoryRequestNumbers();

    protected abstract RequestNumbers numbers();

    @BeforeEach
    void open() {
        person = ThreadLocalRandom.current().nextInt(10_000_000, 1_000_000_000);
        day = LocalDate.of(2100, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(1_000_000));
        numbers = numbers();
    }

    @Test
    void numbersShouldCountUpFromOneWithinADay() {
        assertThat(List.of(reserve(1, day), reserve(2, day), reserve(3, day)))
                .extracting(RequestNumber::ordinal)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void everyDayShouldStartAnew() {
        reserve(1, day);
        assertThat(reserve(2, day.plusDays(1))).isEqualTo(new RequestNumber(day.plusDays(1), 1));
    }

    @Test
    void requestShouldKeepItsNumberWhenHandledAgain() {
        RequestNumber first = reserve(1, day);
        assertThat(reserve(1, day)).isEqualTo(first);
        assertThat(reserve(1, day.plusDays(1))).isEqualTo(first);
        assertThat(reserve(2, day).ordinal()).isEqualTo(2);
    }

    @Test
    void concurrentRequestsShouldGetDifferentNumbersWithoutGaps() {
        List<Long> given = Flux.range(1, 100)
                .flatMap(i -> numbers.reserve(Sample.id(person, i), day).subscribeOn(Schedulers.parallel()), 16)
                .map(RequestNumber::ordinal)
                .sort()
                .collectList()
                .block(WAIT);
        assertThat(given).hasSize(100).doesNotHaveDuplicates().startsWith(1L).endsWith(100L);
    }

    @Test
    void concurrentHandlingsOfOneRequestShouldGiveOneNumber() {
        List<RequestNumber> given = Flux.range(1, 16)
                .flatMap(i -> numbers.reserve(Sample.id(person, 1), day).subscribeOn(Schedulers.parallel()), 16)
                .distinct()
                .collectList()
                .block(WAIT);
        assertThat(given).hasSize(1);
    }

    @Test
    void numberShouldFindItsRequest() {
        RequestNumber number = reserve(1, day);
        assertThat(numbers.find(number).block(WAIT)).isEqualTo(Sample.id(person, 1));
        assertThat(numbers.find(new RequestNumber(day, 77)).blockOptional(WAIT)).isEmpty();
    }

    private RequestNumber reserve(int message, LocalDate on) {
        return Objects.requireNonNull(
                numbers.reserve(Sample.id(person, message), on).block(WAIT));
    }
}
