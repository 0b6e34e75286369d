package cn.huying.bot.statute;

import cn.huying.bot.content.law.Catalogue;
import cn.huying.bot.content.law.LawCard;
import cn.huying.bot.content.law.LawShelf;
import cn.huying.knowledge.law.Article;
import cn.huying.knowledge.law.text.ArticleNumber;
import cn.huying.knowledge.law.text.Law;
import cn.huying.knowledge.statute.ReadingRoom;
import cn.huying.knowledge.statute.StatuteLibrary;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The articles in force near a question: follows what is in force, day by day, with a library that is made beside the one that answers. Knows nothing
 * where no law was imported, and then nothing is loaded.
 */
public final class NearbyLaws implements AutoCloseable {
    public static final int MOST = 3;

    /** How long the store may take to give one whole law: the longest has some thousand articles. */
    private static final Duration READING = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(NearbyLaws.class);

    private final Statutes statutes;
    private final LawShelf shelf;
    private final ReadingRoom room;
    private final Scheduler building;
    private final Clock clock;
    private final ZoneId zone;
    private volatile Optional<Open> open = Optional.empty();
    private Looked looked = new Looked(Catalogue.EMPTY.rev(), LocalDate.MIN);

    /** A library and the laws it was made of, by their ids. */
    private record Open(StatuteLibrary library, Map<String, LawCard> laws) {}

    /** What was in force when it was last worked out. */
    private record Looked(long rev, LocalDate day) {}

    /** @param building where libraries are made; one thread, with time */
    public NearbyLaws(
            Statutes statutes, LawShelf shelf, ReadingRoom room, Scheduler building, Clock clock, ZoneId zone) {
        this.statutes = statutes;
        this.shelf = shelf;
        this.room = room;
        this.building = building;
        this.clock = clock;
        this.zone = zone;
    }

    /** Whether there is anything to be asked. */
    public boolean any() {
        return open.isPresent();
    }

    /** Takes up what is in force by now, if it changed; gives how many laws are new. Never to be called twice at a time. */
    public Mono<Long> follow() {
        Looked now = new Looked(statutes.catalogue().rev(), LocalDate.ofInstant(clock.instant(), zone));
        boolean nothing = now.rev() == Catalogue.EMPTY.rev() && open.isEmpty();
        return nothing || now.equals(looked) || !room.ready() ? Mono.just(0L) : takeUp(now);
    }

    private Mono<Long> takeUp(Looked now) {
        return Mono.fromCallable(() -> inForce(statutes.catalogue(), now.day()))
                .subscribeOn(building)
                .flatMap(laws -> isServed(laws) ? Mono.just(0L) : library(laws))
                .doOnSuccess(_ -> looked = now);
    }

    private boolean isServed(Map<String, LawCard> laws) {
        return open.map(Open::laws).orElse(Map.of()).keySet().equals(laws.keySet());
    }

    private static Map<String, LawCard> inForce(Catalogue catalogue, LocalDate day) {
        return catalogue.cards().stream()
                .map(card -> card.name().title())
                .distinct()
                .flatMap(title -> catalogue.inForce(title, day).stream())
                .collect(Collectors.toMap(LawCard::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    private Mono<Long> library(Map<String, LawCard> laws) {
        if (laws.isEmpty()) {
            return Mono.fromRunnable(() -> serve(Optional.empty())).thenReturn(0L);
        }
        List<String> ids = List.copyOf(laws.keySet());
        return Mono.fromCallable(() -> room.standing(ids))
                .flatMap(Mono::justOrEmpty)
                .switchIfEmpty(Mono.defer(() -> built(ids)))
                .map(library -> serve(Optional.of(new Open(library, laws))))
                .subscribeOn(building);
    }

    private Mono<StatuteLibrary> built(List<String> ids) {
        return Flux.fromIterable(ids)
                .concatMap(id -> shelf.find(id).timeout(READING))
                .concatMapIterable(NearbyLaws::articles)
                .collectList()
                .publishOn(building)
                .map(articles -> room.build(ids, articles));
    }

    private static List<Article> articles(Law law) {
        String name = ReadingRoom.plain(law.title());
        return law.articles().stream()
                .map(article -> new Article(article.id(), name, article.number(), article.text()))
                .toList();
    }

    private long serve(Optional<Open> next) {
        Optional<Open> before = open;
        open = next;
        try {
            if (before.isPresent()) {
                before.get().library().close();
            }
        } catch (IOException e) {
            LOG.warn("a superseded index of laws could not be closed: {}", e.toString());
        }
        return next.map(one -> (long) one.laws().size()).orElse(0L);
    }

    /** Up to three articles that hold on a day, the nearest first. Takes milliseconds: not for an event loop. */
    public List<Nearby> near(String question, LocalDate on) {
        return open.map(one -> holding(one, one.library().near(question, MOST), on))
                .orElse(List.of());
    }

    /** At the end, when nobody asks or follows any more. */
    @Override
    public void close() {
        serve(Optional.empty());
    }

    /** A library is a moment behind the shelf and the calendar; what it finds is not. */
    private List<Nearby> holding(Open from, List<Article> articles, LocalDate on) {
        Catalogue catalogue = statutes.catalogue();
        List<Nearby> holding = new ArrayList<>();
        for (Article article : articles) {
            LawCard card =
                    from.laws().get(article.id().substring(0, article.id().lastIndexOf('/')));
            Optional<ArticleNumber> number = ArticleNumber.of(article.number());
            if (card != null
                    && number.isPresent()
                    && catalogue.inForce(card.name().title(), on).contains(card)) {
                Citation citation = new Citation(card.name().shortTitle(), number.get(), true);
                holding.add(new Nearby(citation, article.text()));
            }
        }
        return holding;
    }
}
