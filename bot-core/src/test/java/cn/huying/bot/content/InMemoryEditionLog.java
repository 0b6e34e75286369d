package cn.huying.bot.content;

import java.util.concurrent.ConcurrentSkipListMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Editions that are forgotten with the process. */
public final class InMemoryEditionLog implements EditionLog {
    /** As much as a real store keeps in one piece, roughly. */
    private static final long MOST_CHARACTERS = 5_000_000;

    private final ConcurrentSkipListMap<Long, Edition> editions = new ConcurrentSkipListMap<>();

    @Override
    public Mono<Boolean> append(Edition edition) {
        return Mono.fromCallable(() -> {
            long characters = edition.patch().put().stream()
                    .mapToLong(entry -> entry.answer().text().length())
                    .sum();
            if (characters > MOST_CHARACTERS) {
                throw new TooLarge(characters + " characters");
            }
            return editions.putIfAbsent(edition.number(), edition) == null;
        });
    }

    @Override
    public Flux<Edition> after(long number) {
        return Flux.defer(
                () -> Flux.fromIterable(editions.tailMap(number, false).values()));
    }

    @Override
    public Mono<Long> latest() {
        return Mono.fromSupplier(() -> editions.isEmpty() ? 0 : editions.lastKey());
    }
}
