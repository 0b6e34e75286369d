package cn.huying.bot.statute;

import cn.huying.bot.content.law.Catalogue;
import cn.huying.bot.content.law.LawCard;
import cn.huying.bot.content.law.LawShelf;
import cn.huying.knowledge.law.text.ArticleNumber;
import cn.huying.knowledge.law.text.Law;
import cn.huying.knowledge.law.text.Provision;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The laws on the shelf, for residents: follows the catalogue, knows which article is named, and reads it in the wording that holds. Knows no law
 * before it followed for the first time, and keeps no text: an article is read from the store when somebody asks for it.
 */
public final class Statutes {
    private static final Logger LOG = LoggerFactory.getLogger(Statutes.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LawShelf shelf;
    private final Unshelved unshelved = new Unshelved();
    private volatile Seen seen = new Seen(Catalogue.EMPTY, new CitationReader(Map.of()));

    private record Seen(Catalogue catalogue, CitationReader reader) {
        static Seen of(Catalogue catalogue) {
            Map<String, Set<String>> parts = catalogue.cards().stream()
                    .map(LawCard::name)
                    .collect(Collectors.groupingBy(
                            LawCard.Name::shortTitle, Collectors.mapping(LawCard.Name::part, Collectors.toSet())));
            return new Seen(catalogue, new CitationReader(parts));
        }
    }

    public Statutes(LawShelf shelf) {
        this.shelf = shelf;
    }

    /** Looks whether the catalogue changed and takes it up; gives how often it was changed since. Never to be called twice at a time. */
    public Mono<Long> follow() {
        return shelf.latest()
                .filter(latest -> latest != seen.catalogue().rev())
                .flatMap(_ -> shelf.catalogue())
                .map(this::takeUp)
                .defaultIfEmpty(0L);
    }

    private long takeUp(Catalogue newest) {
        long before = seen.catalogue().rev();
        seen = Seen.of(newest);
        return newest.rev() - before;
    }

    /** The laws as they were seen lately. */
    public Catalogue catalogue() {
        return seen.catalogue();
    }

    /** The article these words name; empty where they name none of a law on the shelf. Costs nothing to speak of. */
    public Optional<Citation> cited(String words) {
        return seen.reader().read(words);
    }

    /** The article of whatever law these words name, if they say nothing else; one on the shelf or, as far as its name tells, any other. */
    public Optional<Citation> named(String words) {
        return unshelved.read(words);
    }

    /** What there is to read on a day; empty when the store does not give it in time. */
    public Mono<Reading> read(Citation citation, LocalDate on) {
        Catalogue catalogue = seen.catalogue();
        List<LawCard> texts = catalogue.inForce(citation.title(), on);
        return texts.isEmpty()
                ? Mono.just(without(catalogue, citation, on))
                : Mono.justOrEmpty(texts.stream()
                                .filter(text -> text.has(citation.number()))
                                .findFirst())
                        .flatMap(text -> article(text, citation.number()))
                        .switchIfEmpty(Mono.fromSupplier(() -> noSuchArticle(texts, citation)))
                        .timeout(PATIENCE)
                        .onErrorResume(error -> {
                            LOG.warn("an article of law could not be read: {}", error.toString());
                            return Mono.empty();
                        });
    }

    private static Reading without(Catalogue catalogue, Citation citation, LocalDate on) {
        String title = citation.title();
        return catalogue
                .repealedBy(title, on)
                .<Reading>map(by -> new Reading.Ended(title, Law.shortTitle(by)))
                .or(() -> catalogue.begins(title).map(from -> new Reading.NotYet(title, from)))
                .orElseGet(() -> new Reading.NotHere(title, citation.number()));
    }

    private Mono<Reading> article(LawCard text, ArticleNumber number) {
        return shelf.find(text.id())
                .flatMap(law -> Mono.justOrEmpty(provision(law, number)))
                .map(provision -> new Reading.Article(
                        text.name().shortTitle(), provision, text.name().version()));
    }

    private static Optional<Provision> provision(Law law, ArticleNumber number) {
        return law.provisions().stream()
                .filter(provision -> provision.number().equals(number))
                .findFirst();
    }

    private static Reading noSuchArticle(List<LawCard> texts, Citation citation) {
        int last = LawCard.areWhole(texts) ? texts.getLast().last() : 0;
        return new Reading.NoSuchArticle(citation.title(), citation.number(), last);
    }
}
