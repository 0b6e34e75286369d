package cn.huying.bot.content;

import static cn.huying.bot.content.Sample.edition;
import static cn.huying.bot.content.Sample.entry;
import static cn.huying.bot.content.Sample.put;
import static cn.huying.bot.content.Sample.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.knowledge.faq.Action;
import cn.huying.knowledge.faq.Answer;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.Validity;
import cn.huying.knowledge.faq.Wording;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every log of editions promises. */
public interface EditionLogContract {
    Duration WAIT = Duration.ofSeconds(20);
    int REPLICAS = 8;

    /** A log nothing was ever put into. */
    EditionLog emptyLog();

    private static boolean append(EditionLog log, Edition edition) {
        return Boolean.TRUE.equals(log.append(edition).block(WAIT));
    }

    private static List<Edition> after(EditionLog log, long number) {
        return log.after(number).collectList().blockOptional(WAIT).orElseThrow();
    }

    @Test
    default void emptyLogShouldHaveNoEditionAndTheNumberZero() {
        EditionLog log = emptyLog();

        assertThat(log.latest().block(WAIT)).isZero();
        assertThat(after(log, 0)).isEmpty();
    }

    @Test
    default void editionShouldComeBackAsItWasPut() {
        EditionLog log = emptyLog();
        Entry bare = new Entry(
                Sample.id("bare"),
                "例子",
                new Wording("光秃秃", List.of()),
                new Answer("有\n两行", List.of(), List.of()),
                List.of(),
                new Validity("青禾社区", LocalDate.of(2026, 1, 1), Optional.empty(), LocalDate.EPOCH),
                new Action(Optional.empty(), Optional.of("12345"), List.of(Sample.id("full"))));
        Edition first = edition(1, new Patch(List.of(entry("full", "齐全"), bare), List.of()));
        Edition second = edition(2, removed("full"));

        assertThat(append(log, first)).isTrue();
        assertThat(append(log, second)).isTrue();
        assertThat(after(log, 0)).containsExactly(first, second);
        assertThat(log.latest().block(WAIT)).isEqualTo(2);
    }

    @Test
    default void takenNumberShouldBeRefusedAndKeepItsEdition() {
        EditionLog log = emptyLog();
        Edition first = edition(1, put(entry("one", "先到")));

        assertThat(append(log, first)).isTrue();
        assertThat(append(log, edition(1, put(entry("one", "后到"))))).isFalse();
        assertThat(append(log, first)).isFalse();
        assertThat(after(log, 0)).containsExactly(first);
    }

    @Test
    default void oneOfManyReplicasShouldWinANumber() {
        EditionLog log = emptyLog();

        List<Boolean> won = Flux.range(0, REPLICAS)
                .flatMap(replica -> log.append(edition(1, put(entry("from-" + replica, "我先")))), REPLICAS)
                .collectList()
                .blockOptional(WAIT)
                .orElseThrow();

        assertThat(won).hasSize(REPLICAS).containsOnlyOnce(true);
        assertThat(after(log, 0)).hasSize(1);
    }

    @Test
    default void laterEditionsShouldComeInTheirOrder() {
        EditionLog log = emptyLog();
        LongStream.rangeClosed(1, 120)
                .forEach(number -> append(log, edition(number, put(entry("same", "第" + number)))));

        assertThat(after(log, 9))
                .extracting(Edition::number)
                .hasSize(111)
                .isSorted()
                .startsWith(10L);
        assertThat(after(log, 120)).isEmpty();
        assertThat(log.latest().block(WAIT)).isEqualTo(120);
    }

    @Test
    default void editionTooLargeForOnePieceShouldBeRefusedWhole() {
        EditionLog log = emptyLog();
        String much = "长".repeat(1_000_000);
        Patch patch = put(
                LongStream.range(0, 6).mapToObj(n -> entry("much-" + n, much)).toArray(Entry[]::new));

        Mono<Boolean> appended = log.append(edition(1, patch));

        assertThatThrownBy(() -> appended.block(WAIT)).isInstanceOf(EditionLog.TooLarge.class);
        assertThat(log.latest().block(WAIT)).isZero();
    }
}
