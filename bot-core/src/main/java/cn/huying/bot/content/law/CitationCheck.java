package cn.huying.bot.content.law;

import cn.huying.bot.content.Content;
import cn.huying.bot.content.Objection;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.Source;
import cn.huying.knowledge.law.text.ArticleNumber;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Holds what entries cite against the laws on the shelf: a cited law must be in force, and the article in it. A law that is not on the shelf cannot be
 * checked and is not objected to.
 */
public final class CitationCheck implements Objection.Check {
    private final Supplier<Catalogue> shelf;
    private final Clock clock;
    private final ZoneId zone;

    public CitationCheck(Supplier<Catalogue> shelf, Clock clock, ZoneId zone) {
        this.shelf = shelf;
        this.clock = clock;
        this.zone = zone;
    }

    /** Only of entries the change touches: what was wrong before is a warning and stops nobody. */
    @Override
    public List<Objection> objections(Content before, Content after) {
        return wrong(
                after.list().stream().filter(entry -> !before.entry(entry.id()).equals(Optional.of(entry))));
    }

    /** What in the content deserves a look: cited laws that no longer hold, or articles they no longer have. */
    public List<Objection> warnings(Content content) {
        return wrong(content.list().stream());
    }

    private List<Objection> wrong(Stream<Entry> entries) {
        Catalogue laws = shelf.get();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return entries.flatMap(entry -> entry.sources().stream()
                        .flatMap(source ->
                                ended(laws, entry, source, today)
                                        .or(() -> missing(laws, entry, source, today))
                                        .stream()))
                .toList();
    }

    private static Optional<Objection> missing(Catalogue laws, Entry entry, Source source, LocalDate today) {
        return switch (source) {
            case Source.Policy _ -> Optional.empty();
            case Source.Article(String law, String article, String _) -> {
                List<LawCard> texts = laws.inForce(law, today);
                Optional<ArticleNumber> number = ArticleNumber.atStart(article).map(ArticleNumber.Found::number);
                boolean cannotTell = number.isEmpty() || texts.isEmpty() || !LawCard.areWhole(texts);
                yield cannotTell || texts.stream().anyMatch(text -> text.has(number.get()))
                        ? Optional.empty()
                        : Optional.of(new Objection(
                                entry.id().value(),
                                "引用的" + source.cite() + "在现行版本（"
                                        + texts.getFirst().name().version() + "）里没有。请核对条号"));
            }
        };
    }

    private static Optional<Objection> ended(Catalogue laws, Entry entry, Source source, LocalDate today) {
        return switch (source) {
            case Source.Policy _ -> Optional.empty();
            case Source.Article(String law, String _, String _) ->
                laws.repealedBy(law, today)
                        .map(by ->
                                new Objection(entry.id().value(), "引用的" + source.cite() + "已由《" + by + "》取代。请改引现行法律"));
        };
    }
}
