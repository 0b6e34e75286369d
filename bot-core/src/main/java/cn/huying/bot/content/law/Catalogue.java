package cn.huying.bot.content.law;

import cn.huying.knowledge.law.text.Law;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All laws on the shelf.
 *
 * @param rev one more with every change
 * @param cards by title, part and version
 */
public record Catalogue(long rev, List<LawCard> cards) {
    private static final Comparator<LawCard> ORDER = Comparator.<LawCard, String>comparing(
                    card -> card.name().shortTitle())
            .thenComparing(card -> card.name().version())
            .thenComparing(LawCard::first)
            .thenComparing(LawCard::id);

    public static final Catalogue EMPTY = new Catalogue(0, List.of());

    public Catalogue {
        cards = cards.stream().sorted(ORDER).toList();
    }

    /** How a version stands on a day. */
    public sealed interface Standing {
        record InForce() implements Standing {}

        record NotYet(LocalDate from) implements Standing {}

        /** There is a newer version. */
        record Superseded(LocalDate by) implements Standing {}

        /** Another law ended it. */
        record Repealed(String by) implements Standing {}
    }

    /** With these beside the others; a text of a version that is there takes its place. The very same catalogue when nothing is new. */
    public Catalogue with(List<LawCard> more) {
        Map<LawCard.Name, LawCard> byName = new LinkedHashMap<>();
        Stream.concat(cards.stream(), more.stream()).forEach(card -> byName.put(card.name(), card));
        Catalogue next = new Catalogue(rev + 1, List.copyOf(byName.values()));
        return next.cards.equals(cards) ? this : next;
    }

    /** The texts of the version of a law that is in force on a day: one, or its parts. Nothing when none is, or none is known. */
    public List<LawCard> inForce(String title, LocalDate day) {
        if (repealedBy(title, day).isPresent()) {
            return List.of();
        }
        return version(title, day).map(version -> texts(title, version)).orElse(List.of());
    }

    /** Whether any version of a law is known. */
    public boolean knows(String title) {
        return of(title).findAny().isPresent();
    }

    /** The first day any version of a law holds; empty when none is known. */
    public Optional<LocalDate> begins(String title) {
        return of(title).map(card -> effective(title, card.name().version())).min(Comparator.naturalOrder());
    }

    public Standing standing(LawCard card, LocalDate day) {
        String title = card.name().title();
        LocalDate from = effective(title, card.name().version());
        if (from.isAfter(day)) {
            return new Standing.NotYet(from);
        }
        Optional<String> ended = repealedBy(title, day);
        if (ended.isPresent()) {
            return new Standing.Repealed(ended.get());
        }
        return version(title, day)
                .filter(newest -> newest.isAfter(card.name().version()))
                .<Standing>map(Standing.Superseded::new)
                .orElseGet(Standing.InForce::new);
    }

    /** The law that ended another one, its own versions' forerunners left aside. */
    public Optional<String> repealedBy(String title, LocalDate day) {
        String wanted = Law.shortTitle(title);
        LocalDate newest = of(title)
                .map(card -> card.name().version())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        return cards.stream()
                .filter(card -> !card.name().shortTitle().equals(wanted))
                .filter(card ->
                        !card.effective().isAfter(day) && card.name().version().isAfter(newest))
                .filter(card -> card.repeals().stream().map(Law::shortTitle).anyMatch(wanted::equals))
                .map(card -> card.name().title())
                .findFirst();
    }

    private Optional<LocalDate> version(String title, LocalDate day) {
        return of(title)
                .map(card -> card.name().version())
                .filter(version -> !effective(title, version).isAfter(day))
                .max(Comparator.naturalOrder());
    }

    /** Of all parts of a version: some of them do not say when they begin. */
    private LocalDate effective(String title, LocalDate version) {
        return texts(title, version).stream()
                .map(LawCard::effective)
                .max(Comparator.naturalOrder())
                .orElse(version);
    }

    private List<LawCard> texts(String title, LocalDate version) {
        return of(title).filter(card -> card.name().version().equals(version)).toList();
    }

    private Stream<LawCard> of(String title) {
        String wanted = Law.shortTitle(title);
        return cards.stream().filter(card -> card.name().shortTitle().equals(wanted));
    }
}
