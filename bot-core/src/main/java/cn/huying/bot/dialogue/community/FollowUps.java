package cn.huying.bot.dialogue.community;

import cn.huying.bot.answer.Retelling;
import cn.huying.bot.dialogue.Missed;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Outcome.Kind;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.CommunityDialogue.Desks;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.intent.Aspect;
import cn.huying.bot.intent.IntentReader;
import cn.huying.knowledge.Finding;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.load.Characters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * What is asked of the answer just given, 都要带啥: told from the entry itself, or looked up together with what was asked before. What neither says
 * is said to be unsaid, and a person is offered.
 */
final class FollowUps {
    /** Of what is asked one upon the other, so much is kept to be registered. */
    private static final int LONGEST = 80;

    private static final int SHORTEST_NAME = 2;

    private final Desks desks;
    private final IntentReader intents;
    private final Phrases phrases;

    FollowUps(Desks desks, IntentReader intents, Phrases phrases) {
        this.desks = desks;
        this.intents = intents;
        this.phrases = phrases;
    }

    /** Empty when no answer came before, and the words mean what they mean elsewhere. */
    Mono<Turn> hear(Hearing hearing, Set<Aspect> asked) {
        if (Steps.isDraft(hearing.step())) {
            return asked.equals(Set.of(Aspect.LIABILITY)) ? ofTheDraft(hearing) : Mono.empty();
        }
        return hearing.step() instanceof Step.ChoosingAnswer(List<String> entries, String words)
                ? completed(hearing, words).switchIfEmpty(Mono.defer(() -> which(hearing, entries)))
                : desks.afterAnswers()
                        .lastRead(hearing)
                        .flatMap(read -> Mono.justOrEmpty(desks.answers().entry(read.entry()))
                                .flatMap(entry -> told(hearing, read, entry, asked)));
    }

    /** 被狗咬了, and before that is registered 谁赔. */
    private Mono<Turn> ofTheDraft(Hearing hearing) {
        boolean complete = hearing.step() instanceof Step.Confirming;
        return Mono.justOrEmpty(Steps.draft(hearing.step()))
                .flatMap(draft -> desks.answers().aside(draft.text() + "，" + hearing.words(), hearing.now(), false))
                .map(answer -> hearing.stay(phrases.beforeTheDraft(answer, complete)));
    }

    /**
     * Words that find nothing sure by themselves and may lean on the answer before them, 月收入5000能申请吗: looked up together with what was asked
     * then. The turn stays as it is when they do not lean, or nothing is found so either.
     */
    Mono<Turn> inItsLight(Hearing hearing, Turn turn) {
        return mayLean(hearing, turn)
                ? desks.afterAnswers()
                        .lastRead(hearing)
                        .flatMap(read -> Mono.justOrEmpty(desks.answers().entry(read.entry()))
                                .filter(entry -> !desks.reporting()
                                        .gist()
                                        .isSurelyBeside(
                                                hearing.words(), entry.action().category()))
                                .flatMap(entry -> together(hearing, read, entry)))
                        .defaultIfEmpty(turn)
                : Mono.just(turn);
    }

    /** Whether what was answered before may tell what the words are about. */
    boolean mayLean(Hearing hearing, Turn turn) {
        boolean unsure =
                turn.outcome().kind() == Kind.OFFERED_CHOICES || turn.outcome().kind() == Kind.NOT_FOUND;
        return unsure
                && isAfterAnAnswer(hearing.step())
                && intents.leans(hearing.words())
                && !isOfferedItself(hearing, turn);
    }

    /** 天然气能申请吗: what the words name is what an entry beside others is about. */
    private boolean isOfferedItself(Hearing hearing, Turn turn) {
        String named = intents.named(hearing.words());
        return named.length() >= SHORTEST_NAME
                && turn.next() instanceof Step.ChoosingAnswer choosing
                && choosing.entries().stream()
                        .map(desks.answers()::entry)
                        .flatMap(Optional::stream)
                        .flatMap(entry -> entry.wording().phrases())
                        .anyMatch(phrase -> phrase.contains(named));
    }

    private static boolean isAfterAnAnswer(Step step) {
        return Steps.isNothingAsked(step) || step instanceof Step.OfferedToRegister || step instanceof Step.Answered;
    }

    /** What was asked and what is asked of it: this one whole, as much of the other as there is room for. */
    private static String whole(Hearing hearing, Step.Answered read) {
        int room = Math.max(0, LONGEST - 1 - hearing.words().length());
        return Characters.shortened(read.words(), room) + "，" + hearing.words();
    }

    /** The same entry says what it says of others; whether that holds here is for people to decide. */
    private Mono<Turn> together(Hearing hearing, Step.Answered read, Entry entry) {
        String whole = whole(hearing, read);
        Retelling retelling = Retelling.of(entry, Set.of(Aspect.OTHERS), intents::signs);
        return found(
                        hearing,
                        whole,
                        other -> !other.id().equals(entry.id())
                                || !retelling.told().isEmpty())
                .map(turn -> turn.next() instanceof Step.Answered answered
                                && answered.entry().equals(entry.id().value())
                        ? remembered(
                                hearing,
                                entry,
                                whole,
                                phrases.answers()
                                        .retold(
                                                entry,
                                                retelling,
                                                desks.answers().today(hearing.now())))
                        : turn);
    }

    /** 要多久 with no answer before it: rather than guessing, what it is about is asked. */
    Turn ofWhat(Hearing hearing, Turn turn) {
        return switch (turn.outcome().kind()) {
            case NOT_FOUND, OFFERED_CHOICES, ANSWERED, ASKED_WHAT ->
                hearing.stay(phrases.answers().ofWhat());
            case SILENT, TALKED, ASKED_WHERE, ASKED_TO_CONFIRM, REGISTERED, HANDED_TO_STAFF, EMERGENCY -> turn;
        };
    }

    /** 社保, and then 怎么交: two halves of one question. */
    private Mono<Turn> completed(Hearing hearing, String words) {
        return found(hearing, words + hearing.words(), _ -> true);
    }

    /** Which of them is meant has to be known first; empty where there are articles of law to choose from. */
    private Mono<Turn> which(Hearing hearing, List<String> entries) {
        List<String> questions = questions(entries.stream());
        return questions.isEmpty()
                ? Mono.empty()
                : Mono.just(hearing.stay(phrases.answers().choices(questions)));
    }

    private List<String> questions(Stream<String> entries) {
        return entries.map(desks.answers()::entry)
                .flatMap(Optional::stream)
                .map(Entry::question)
                .toList();
    }

    private Mono<Turn> told(Hearing hearing, Step.Answered read, Entry entry, Set<Aspect> asked) {
        Retelling retelling = Retelling.of(entry, asked, intents::signs);
        boolean ofOthers = asked.equals(Set.of(Aspect.OTHERS));
        Mono<Turn> retold = Mono.fromSupplier(() -> retelling.told().isEmpty()
                ? untold(hearing, read, entry, asked)
                : remembered(
                        hearing,
                        entry,
                        ofOthers ? whole(hearing, read) : read.words(),
                        phrases.answers()
                                .retold(entry, retelling, desks.answers().today(hearing.now()))));
        return ofOthers || retelling.told().isEmpty()
                ? found(
                                hearing,
                                entry.question() + hearing.words(),
                                other -> !other.id().equals(entry.id()))
                        .switchIfEmpty(retold)
                : retold;
    }

    /** Looked up together with what was said before. */
    private Mono<Turn> found(Hearing hearing, String words, Predicate<Entry> fits) {
        return desks.answers()
                .find(words, hearing.now())
                .ofType(Finding.Direct.class)
                .map(Finding.Direct::entry)
                .filter(fits)
                .map(entry -> remembered(hearing, entry, words, desks.answers().shown(entry, hearing.now())));
    }

    private Turn remembered(Hearing hearing, Entry entry, String words, String text) {
        Turn turn = desks.answers().inParts(text);
        return turn.next() instanceof Step.Idle
                ? turn.then(new Step.Answered(entry.id().value(), words, false, hearing.now()))
                : turn;
    }

    private Turn untold(Hearing hearing, Step.Answered read, Entry entry, Set<Aspect> asked) {
        String whole = whole(hearing, read);
        List<String> related = questions(entry.action().related().stream().map(EntryId::value));
        Missed missed = new Missed(hearing.origin().inboxId(), whole, Optional.empty());
        return Turn.say(
                phrases.answers().untold(entry, asked, related),
                new Step.Answered(entry.id().value(), whole, false, hearing.now()),
                Outcome.missing(Outcome.Kind.NOT_FOUND, missed));
    }
}
