package cn.huying.bot.content.check;

import cn.huying.bot.content.Content;
import cn.huying.bot.content.Objection;
import cn.huying.knowledge.Finding;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.Wording;
import cn.huying.knowledge.index.LuceneKnowledgeBase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a new phrase stands at the wrong entry: another entry answers it now, plainly, and still would if the phrase had not been written
 * down beside the other new ones. Phrases of entries that come together are compared with what is there, not with each other. An entry of
 * another region does not count: a local answer is meant to come before the country's.
 */
public final class NearnessCheck implements Objection.Check {
    /** From here on, words alone are never in doubt. */
    private static final double PLAIN = 0.85;

    /** Suspects are held out by turns, so that an entry all of whose phrases are suspect still has some to show what it is about. */
    private static final int TURNS = 2;

    private final Function<List<Entry>, LuceneKnowledgeBase> build;
    private final Clock clock;
    private final ZoneId zone;

    public NearnessCheck(Function<List<Entry>, LuceneKnowledgeBase> build, Clock clock, ZoneId zone) {
        this.build = build;
        this.clock = clock;
        this.zone = zone;
    }

    private record Phrase(Entry own, String words) {}

    @Override
    public List<Objection> objections(Content before, Content after) {
        List<Phrase> news = after.entries().values().stream()
                .flatMap(entry -> news(before, entry))
                .toList();
        if (news.isEmpty()) {
            return List.of();
        }
        LuceneKnowledgeBase now = build.apply(before.list());
        List<Phrase> suspects =
                news.stream().filter(phrase -> other(now, phrase).isPresent()).toList();
        List<Objection> objections = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            int held = turn;
            objections.addAll(confirmed(
                    after,
                    IntStream.range(0, suspects.size())
                            .filter(at -> at % TURNS == held)
                            .mapToObj(suspects::get)
                            .toList()));
        }
        return objections;
    }

    private static Stream<Phrase> news(Content before, Entry entry) {
        Set<String> known = before.entry(entry.id())
                .map(old -> old.wording().phrases().collect(Collectors.toSet()))
                .orElseGet(HashSet::new);
        return entry.wording().phrases().filter(words -> !known.contains(words)).map(words -> new Phrase(entry, words));
    }

    private List<Objection> confirmed(Content after, List<Phrase> suspects) {
        if (suspects.isEmpty()) {
            return List.of();
        }
        LuceneKnowledgeBase without = build.apply(
                after.list().stream().map(entry -> without(entry, suspects)).toList());
        return suspects.stream()
                .flatMap(phrase -> other(without, phrase).map(other -> objection(phrase, other)).stream())
                .toList();
    }

    private static Entry without(Entry entry, List<Phrase> held) {
        List<String> left = entry.wording()
                .phrases()
                .filter(words -> !held.contains(new Phrase(entry, words)))
                .toList();
        return left.isEmpty() ? entry : entry.with(new Wording(left.getFirst(), left.subList(1, left.size())));
    }

    /** The entry of the same region that plainly answers the phrase instead of its own. */
    private Optional<Entry> other(LuceneKnowledgeBase knowledge, Phrase phrase) {
        String region = phrase.own().validity().region();
        EntryId own = phrase.own().id();
        Question question = new Question(phrase.words(), List.of(region), LocalDate.ofInstant(clock.instant(), zone));
        return knowledge.find(question) instanceof Finding.Direct(Entry found, double score)
                        && score >= PLAIN
                        && !found.id().equals(own)
                        && found.validity().region().equals(region)
                ? Optional.of(found)
                : Optional.empty();
    }

    private static Objection objection(Phrase phrase, Entry other) {
        return new Objection(
                phrase.own().id().value(),
                "问法“" + phrase.words() + "”更像在问“" + other.question() + "”（" + other.id() + "）。请换一种说法，或把它移到那一条");
    }
}
