package cn.huying.bot.dialogue.community;

import cn.huying.bot.answer.Finder;
import cn.huying.bot.dialogue.Missed;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.phrase.AnswerPhrases;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.intent.Beside;
import cn.huying.knowledge.Finding;
import cn.huying.knowledge.Question;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Answering from the knowledge base: directly, with up to three choices, or not at all. */
public final class Answers {
    /** WIFI and ETC are words of ours, too. */
    private static final int FEWEST_LETTERS = 5;

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

    /** Only what may be served to a resident of this place today. */
    public Mono<Finding> find(String words, Instant now) {
        return finder.find(new Question(words, regions, today(now)))
                .map(found -> found instanceof Finding.Choices && isForeign(words) ? new Finding.Unknown() : found);
    }

    /** Words without one Chinese letter: what comes near them is chance. */
    static boolean isForeign(String words) {
        return words.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS
                && words.codePoints().noneMatch(Character::isIdeographic);
    }

    /**
     * An answer in passing, while something else is open; empty when nothing fits.
     *
     * @param similar whether questions that only come near are offered, too
     */
    Mono<String> aside(String words, Instant now, boolean similar) {
        return find(words, now)
                .filter(found -> similar || found instanceof Finding.Direct)
                .flatMap(found -> Mono.justOrEmpty(aside(found, now)));
    }

    /** What was found, said in passing; empty when nothing was. */
    Optional<String> aside(Finding found, Instant now) {
        return switch (found) {
            case Finding.Direct(Entry entry, double score) -> Optional.of(phrases.answerAside(entry, today(now)));
            case Finding.Choices(List<Entry> entries) ->
                Optional.of(phrases.choicesAside(
                        entries.stream().map(Entry::question).toList()));
            case Finding.Unknown unknown -> Optional.empty();
        };
    }

    /** Two questions of one message that both have an answer; empty when one has none. */
    Mono<Turn> both(Hearing hearing, Beside both) {
        return aside(both.first(), hearing.now(), false)
                .zipWhen(_ -> aside(both.question(), hearing.now(), false), phrases::answers)
                .map(this::inParts);
    }

    /**
     * Answers a question in passing beside what comes of the rest of the message.
     *
     * @param whole the message as one, where nothing lists the question and it has no answer
     */
    Mono<Turn> beside(Hearing hearing, Beside both, Supplier<Mono<Turn>> rest, Supplier<Mono<Turn>> whole) {
        return aside(both.question(), hearing.now(), both.marked())
                .flatMap(answer -> rest.get().map(turn -> beside(turn, answer)))
                .switchIfEmpty(Mono.defer(() -> both.marked()
                        ? rest.get().map(turn -> unansweredBeside(turn, hearing, both.question()))
                        : whole.get()));
    }

    /** What a turn says, and before it that there is an answer as well. */
    Turn naming(Turn turn, Finding found) {
        return found instanceof Finding.Direct(Entry entry, double score)
                ? turn.saying(text -> phrases.known(entry.question(), text))
                : turn;
    }

    /** What the turn asks stands last and whole, so that it is not overlooked. */
    private Turn beside(Turn turn, String answer) {
        return turn.next() instanceof Step.Idle
                ? turn.saying(text -> phrases.answerAfter(text, answer))
                : turn.saying(text -> phrases.answerBefore(answer, text));
    }

    private Turn unansweredBeside(Turn turn, Hearing hearing, String question) {
        Missed missed = new Missed(hearing.origin().inboxId(), question, Optional.empty());
        Turn told = beside(turn, phrases.unansweredAside());
        return new Turn(told.reply(), told.next(), turn.outcome().orMissing(missed));
    }

    /** An entry as a resident reads it, for those who write it. */
    public String shown(Entry entry, Instant now) {
        return phrases.answer(entry, false, today(now));
    }

    /** What a resident would be told, for those who try a question. */
    public String reply(Finding found, Instant now) {
        return switch (found) {
            case Finding.Direct(Entry entry, double score) -> shown(entry, now);
            case Finding.Choices(List<Entry> entries) ->
                phrases.choices(entries.stream().map(Entry::question).toList());
            case Finding.Unknown unknown -> phrases.notFound();
        };
    }

    /** @param trouble whether the words also tell of something wrong: then registering is offered below the answer */
    Turn direct(Entry entry, Hearing hearing, boolean trouble) {
        return direct(entry, hearing.words(), trouble, hearing.now());
    }

    private Turn direct(Entry entry, String words, boolean trouble, Instant now) {
        String text = phrases.answer(entry, trouble, today(now));
        return trouble ? Turn.say(text, new Step.OfferedToRegister(words), Outcome.Kind.ANSWERED) : inParts(text);
    }

    /** An answer, as much of it as one reply carries. */
    Turn inParts(String text) {
        return Turn.sayInParts(text, continuation, Outcome.Kind.ANSWERED);
    }

    LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    Turn choices(List<Entry> entries, String words) {
        List<String> ids = entries.stream().map(entry -> entry.id().value()).toList();
        return Turn.say(
                phrases.choices(entries.stream().map(Entry::question).toList()),
                new Step.ChoosingAnswer(ids, words),
                Outcome.Kind.OFFERED_CHOICES);
    }

    /**
     * Nothing fits: put down as missed, and offered to be registered.
     *
     * @param words what was asked, now or when the choices were shown
     */
    Turn missing(Hearing hearing, String words) {
        Missed missed = new Missed(hearing.origin().inboxId(), words, Optional.empty());
        return Turn.say(
                isForeign(words) ? phrases.notFoundForeign() : phrases.notFound(),
                new Step.OfferedToRegister(words),
                Outcome.missing(Outcome.Kind.NOT_FOUND, missed));
    }

    /** The entry behind a number of the choices shown; empty when there is no such number or the entry is gone. */
    Optional<Turn> chosen(Step.ChoosingAnswer choosing, int number, Instant now) {
        if (number < 1 || number > choosing.entries().size()) {
            return Optional.empty();
        }
        String id = choosing.entries().get(number - 1);
        return entry(id).map(entry -> {
            Turn answer = direct(entry, choosing.words(), false, now);
            return answer.next() instanceof Step.Idle
                    ? answer.then(new Step.Answered(id, choosing.words(), false, now))
                    : answer;
        });
    }

    /** Empty where it is gone, or where articles of law were to choose from. */
    Optional<Entry> entry(String id) {
        return EntryId.isKebabCase(id) ? finder.entry(new EntryId(id)) : Optional.empty();
    }

    /** What an entry's matter is registered under. */
    Optional<String> category(String id) {
        return entry(id).flatMap(entry -> entry.action().category());
    }
}
