package cn.huying.bot.dialogue.community;

import cn.huying.bot.answer.Finder;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.knowledge.Finding;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Answering from the knowledge base: directly, with up to three choices, or not at all. */
public final class Answers {
    /** Who asks for money is not answered by an entry that never speaks of it, however much else it has of the words. */
    private static final List<String> MONEY = List.of("补贴", "补助", "报销", "减免");

    private final Finder finder;
    private final List<String> regions;
    private final ZoneId zone;
    private final AnswerPhrases phrases;
    private final String continuation;

    /** @param regions the places this installation serves, the most specific first */
    public Answers(Finder finder, List<String> regions, ZoneId zone, Phrases phrases) {
        this.finder = finder;
        this.regions = List.copyOf(regions);
        this.zone = zone;
        this.phrases = phrases.answers();
        this.continuation = phrases.continuation();
    }

    Mono<Finding> find(String words, Instant now) {
        return finder.find(new Question(words, regions, LocalDate.ofInstant(now, zone)))
                .map(found ->
                        found instanceof Finding.Direct(Entry entry, double score) && isBesideThePoint(words, entry)
                                ? new Finding.Unknown()
                                : found);
    }

    private static boolean isBesideThePoint(String words, Entry entry) {
        return MONEY.stream().anyMatch(words::contains)
                && MONEY.stream()
                        .noneMatch(money -> entry.question().contains(money)
                                || entry.answer().text().contains(money));
    }

    /** An answer in passing, while something else is open; empty when nothing fits. */
    Mono<String> aside(String words, Instant now) {
        return find(words, now).flatMap(found -> switch (found) {
            case Finding.Direct(Entry entry, double score) -> Mono.just(phrases.answer(entry, false));
            case Finding.Choices(List<Entry> entries) ->
                Mono.just(phrases.choicesAside(
                        entries.stream().map(Entry::question).toList()));
            case Finding.Unknown unknown -> Mono.<String>empty();
        });
    }

    /** @param trouble whether the words also tell of something wrong: then registering is offered below the answer */
    Turn direct(Entry entry, String words, boolean trouble) {
        String text = phrases.answer(entry, trouble);
        return trouble
                ? Turn.say(text, new Step.OfferedToRegister(words), Outcome.Kind.ANSWERED)
                : Turn.sayInParts(text, continuation, Outcome.Kind.ANSWERED);
    }

    Turn choices(List<Entry> entries, String words) {
        List<String> ids = entries.stream().map(entry -> entry.id().value()).toList();
        return Turn.say(
                phrases.choices(entries.stream().map(Entry::question).toList()),
                new Step.ChoosingAnswer(ids, words),
                Outcome.Kind.OFFERED_CHOICES);
    }

    /** The entry behind a number of the choices shown; empty when there is no such number or the entry is gone. */
    Optional<Turn> chosen(Step.ChoosingAnswer choosing, int number) {
        if (number < 1 || number > choosing.entries().size()) {
            return Optional.empty();
        }
        return finder.entry(new EntryId(choosing.entries().get(number - 1)))
                .map(entry -> direct(entry, choosing.words(), false));
    }
}
