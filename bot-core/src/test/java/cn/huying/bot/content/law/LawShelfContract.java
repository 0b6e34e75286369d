package cn.huying.bot.content.law;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.knowledge.law.text.Law;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What every shelf of laws promises. */
public interface LawShelfContract {
    Duration WAIT = Duration.ofSeconds(20);
    int AT_ONCE = 8;

    /** A shelf nothing was ever put on. */
    LawShelf emptyShelf();

    private static <T> T get(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(WAIT));
    }

    @Test
    default void anEmptyShelfShouldHaveAnEmptyCatalogue() {
        LawShelf shelf = emptyShelf();

        assertThat(get(shelf.catalogue())).isEqualTo(Catalogue.EMPTY);
        assertThat(get(shelf.latest())).isZero();
        assertThat(shelf.find("no such").block(WAIT)).isNull();
    }

    @Test
    default void aLawShouldComeBackAsItWas() {
        LawShelf shelf = emptyShelf();
        Law law = Laws.law("安静法", "2020-02-02", "《旧安静法》同时废止。");
        Law part = Laws.part("大法", "总则", "2021-01-01", "引言。\n\n第五条 甲。\n\n第六条 乙。\n");
        shelf.layAside(law).block(WAIT);
        shelf.layAside(part).block(WAIT);
        shelf.layAside(law).block(WAIT);

        assertThat(get(shelf.find(law.id()))).isEqualTo(law);
        assertThat(get(shelf.find(part.id()))).isEqualTo(part);
    }

    @Test
    default void whatIsLaidAsideShouldNotBeShown() {
        LawShelf shelf = emptyShelf();
        shelf.layAside(Laws.law("安静法", "2020-02-02", "")).block(WAIT);

        assertThat(get(shelf.catalogue()).cards()).isEmpty();
    }

    @Test
    default void aCatalogueShouldComeBackAsItWasShown() {
        LawShelf shelf = emptyShelf();
        Catalogue first = Catalogue.EMPTY.with(List.of(
                LawCard.of(Laws.law("安静法", "2020-02-02", "《旧安静法》同时废止。")),
                LawCard.of(Laws.part("大法", "总则", "2021-01-01", "第五条 甲。\n"))));
        Catalogue second = first.with(List.of(LawCard.of(Laws.law("安静法", "2022-02-02", ""))));

        assertThat(get(shelf.show(first))).isTrue();
        assertThat(get(shelf.catalogue())).isEqualTo(first);
        assertThat(get(shelf.show(second))).isTrue();
        assertThat(get(shelf.catalogue())).isEqualTo(second);
        assertThat(get(shelf.latest())).isEqualTo(second.rev());
    }

    @Test
    default void ofSeveralCataloguesAtOnceOneShouldBeShown() {
        LawShelf shelf = emptyShelf();
        List<Catalogue> wanted = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> Catalogue.EMPTY.with(List.of(LawCard.of(Laws.law("法" + i, "2020-02-02", "")))))
                .toList();

        List<Boolean> shown = get(Flux.fromIterable(wanted)
                .flatMapSequential(shelf::show, AT_ONCE)
                .collectList());

        assertThat(shown.stream().filter(ours -> ours)).hasSize(1);
        assertThat(get(shelf.catalogue())).isEqualTo(wanted.get(shown.indexOf(true)));
    }

    @Test
    default void aCatalogueThatDoesNotFollowShouldNotBeShown() {
        LawShelf shelf = emptyShelf();
        Catalogue first = Catalogue.EMPTY.with(List.of(LawCard.of(Laws.law("安静法", "2020-02-02", ""))));
        get(shelf.show(first));

        assertThat(get(shelf.show(first))).isFalse();
        assertThat(get(shelf.show(new Catalogue(3, List.of())))).isFalse();
        assertThat(get(shelf.catalogue())).isEqualTo(first);
    }
}
