package cn.huying.bot.content.law;

import cn.huying.knowledge.law.text.Law;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Brings laws to the shelf: first all of them are laid aside, one at a time, then one step shows them all. */
public final class LawIntake {
    private static final int MOST_TRIES = 5;

    private final LawShelf shelf;
    private final Scheduler reading;

    /** @param reading where files are read */
    public LawIntake(LawShelf shelf, Scheduler reading) {
        this.shelf = shelf;
        this.reading = reading;
    }

    /** The catalogue before and after; the same one twice when nothing was new. */
    public record Shelved(Catalogue before, Catalogue after) {
        public boolean isUnchanged() {
            return before.rev() == after.rev();
        }
    }

    /** What would change, without changing it. */
    public <F> Mono<Shelved> tried(List<F> files, Function<F, Law> read) {
        return Flux.fromIterable(files)
                .publishOn(reading)
                .map(file -> LawCard.of(read.apply(file)))
                .collectList()
                .flatMap(cards -> shelf.catalogue().map(before -> new Shelved(before, before.with(cards))));
    }

    /**
     * @param read opens a file; only one law is in memory at a time
     * @param done is told how many are laid aside
     */
    public <F> Mono<Shelved> take(List<F> files, Function<F, Law> read, IntConsumer done) {
        return Flux.fromIterable(files)
                .index()
                .publishOn(reading, 1)
                .concatMap(
                        file -> {
                            Law law = read.apply(file.getT2());
                            return shelf.layAside(law)
                                    .thenReturn(LawCard.of(law))
                                    .doOnNext(_ -> done.accept(Math.toIntExact(file.getT1()) + 1));
                        },
                        1)
                .collectList()
                .flatMap(cards -> show(cards, MOST_TRIES));
    }

    /** @throws IllegalStateException in the Mono, when others change the shelf all the time */
    private Mono<Shelved> show(List<LawCard> cards, int tries) {
        return shelf.catalogue().flatMap(before -> {
            Catalogue after = before.with(cards);
            if (after.rev() == before.rev()) {
                return Mono.just(new Shelved(before, before));
            }
            return shelf.show(after).flatMap(ours -> {
                if (ours) {
                    return Mono.just(new Shelved(before, after));
                }
                return tries > 1 ? show(cards, tries - 1) : Mono.error(new IllegalStateException("the shelf is busy"));
            });
        });
    }
}
