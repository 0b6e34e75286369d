package cn.huying.bot.content.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.content.law.LawIntake.Shelved;
import cn.huying.knowledge.law.text.Law;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class LawIntakeTest {
    private static final Law ONE = Laws.law("安静法", "2020-02-02", "");
    private static final Law TWO = Laws.law("宁静法", "2021-02-02", "");

    private final InMemoryLawShelf shelf = new InMemoryLawShelf();
    private final LawIntake intake = new LawIntake(shelf, Schedulers.immediate());

    @Test
    void allLawsShouldBeShownByOneStep() {
        List<Integer> done = new ArrayList<>();

        Shelved shelved = get(intake.take(List.of(ONE, TWO), law -> law, done::add));

        assertThat(done).containsExactly(1, 2);
        assertThat(shelved.after().rev()).isEqualTo(1);
        assertThat(get(shelf.catalogue())).isEqualTo(shelved.after());
        assertThat(get(shelf.find(TWO.id()))).isEqualTo(TWO);
    }

    @Test
    void theSameAgainShouldChangeNothing() {
        get(intake.take(List.of(ONE, TWO), law -> law, _ -> {}));

        Shelved again = get(intake.take(List.of(TWO, ONE), law -> law, _ -> {}));

        assertThat(again.isUnchanged()).isTrue();
        assertThat(get(shelf.catalogue()).rev()).isEqualTo(1);
    }

    @Test
    void aLawThatCannotBeReadShouldKeepAllFromTheShelf() {
        assertThatThrownBy(() -> get(intake.take(
                        List.of(ONE, TWO),
                        law -> {
                            if (law.equals(TWO)) {
                                throw new IllegalArgumentException("torn");
                            }
                            return law;
                        },
                        _ -> {})))
                .hasMessageContaining("torn");
        assertThat(get(shelf.catalogue()).cards()).isEmpty();
    }

    @Test
    void tryingShouldChangeNothing() {
        Shelved tried = get(intake.tried(List.of(ONE), law -> law));

        assertThat(tried.after().cards()).hasSize(1);
        assertThat(get(shelf.catalogue()).cards()).isEmpty();
    }

    @Test
    void whatSomebodyElseShelvedMeanwhileShouldStay() {
        LawShelf busy = new Overtaken(shelf, TWO);

        Shelved shelved = get(new LawIntake(busy, Schedulers.immediate()).take(List.of(ONE), law -> law, _ -> {}));

        assertThat(shelved.after().cards()).hasSize(2);
    }

    /** Another replica puts a law on the shelf just before the first one here does. */
    private record Overtaken(InMemoryLawShelf shelf, Law first) implements LawShelf {
        @Override
        public Mono<Void> layAside(Law law) {
            return shelf.layAside(law);
        }

        @Override
        public Mono<Catalogue> catalogue() {
            return shelf.catalogue();
        }

        @Override
        public Mono<Boolean> show(Catalogue next) {
            return shelf.show(Catalogue.EMPTY.with(List.of(LawCard.of(first)))).then(shelf.show(next));
        }

        @Override
        public Mono<Law> find(String id) {
            return shelf.find(id);
        }
    }

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(10)));
    }
}
