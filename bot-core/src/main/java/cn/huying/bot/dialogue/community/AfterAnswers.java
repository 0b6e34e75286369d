package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Judged;
import cn.huying.bot.dialogue.Missed;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.phrase.AnswerPhrases;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.intent.CommandKind;
import cn.huying.bot.intent.Feedback;
import cn.huying.bot.intent.Intent;
import cn.huying.bot.intent.IntentReader;
import cn.huying.bot.message.EarlierMessages;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxId;
import cn.huying.knowledge.Finding;
import cn.huying.knowledge.faq.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * What a resident says of the answer just given: 有用, 没用, 没解决. An answer given at once leaves no trace in the conversation, which is why it
 * costs one write; the inbox still has the question, and asking it again tells which entry is meant.
 */
public final class AfterAnswers {
    /** 没用 and then 没解决, or 继续 between, are of the same answer. */
    private static final int LOOKED_BACK = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(AfterAnswers.class);

    private final EarlierMessages earlier;
    private final Answers answers;
    private final IntentReader intents;
    private final AnswerPhrases phrases;

    /** @param message where it is to be put down: the same question is missed once, however often that is said */
    private record Given(Entry entry, String words, InboxId message, boolean complained, Instant at) {}

    /** A message before this one, and what it wanted. */
    private record Earlier(InboundMessage.Origin origin, String words, Intent intent) {}

    public AfterAnswers(EarlierMessages earlier, Answers answers, IntentReader intents, Phrases phrases) {
        this.earlier = earlier;
        this.answers = answers;
        this.intents = intents;
        this.phrases = phrases.answers();
    }

    /**
     * Empty when no answer came before, and the words mean what they mean elsewhere.
     *
     * @param request what bad words say of a request that came up after the answer: it is the last thing the resident heard of
     */
    Mono<Turn> hear(Hearing hearing, Feedback verdict, Function<Instant, Mono<Turn>> request) {
        if (hearing.step() instanceof Step.ChoosingAnswer choosing && verdict != Feedback.USEFUL) {
            return Mono.just(answers.missing(hearing, choosing.words()));
        }
        return given(hearing).flatMap(given -> {
            Mono<Turn> later = verdict == Feedback.USEFUL ? Mono.empty() : request.apply(given.at());
            return later.switchIfEmpty(Mono.fromSupplier(() -> said(hearing, verdict, given)));
        });
    }

    private Turn said(Hearing hearing, Feedback verdict, Given given) {
        return switch (verdict) {
            case USEFUL -> Turn.say(phrases.useful(), hearing.step(), judged(hearing, verdict, given, talked()));
            case USELESS ->
                Turn.say(phrases.useless(), offered(given, hearing), judged(hearing, verdict, given, missed(given)));
            case UNSOLVED ->
                Turn.say(phrases.unsolved(), offered(given, hearing), judged(hearing, verdict, given, talked()));
        };
    }

    private static Outcome talked() {
        return Outcome.of(Outcome.Kind.TALKED);
    }

    /** Who complained of it and says more of it is counted once. */
    private static Outcome judged(Hearing hearing, Feedback verdict, Given given, Outcome outcome) {
        return given.complained()
                ? outcome
                : outcome.judging(
                        new Judged(hearing.origin().sender(), given.entry().id().value(), given.at(), verdict));
    }

    private static Step offered(Given given, Hearing hearing) {
        return new Step.Answered(given.entry().id().value(), given.words(), true, hearing.now());
    }

    private static Outcome missed(Given given) {
        Optional<String> entry = Optional.of(given.entry().id().value());
        return given.complained()
                ? talked()
                : Outcome.missing(Outcome.Kind.TALKED, new Missed(given.message(), given.words(), entry));
    }

    private Mono<Given> given(Hearing hearing) {
        return switch (hearing.step()) {
            case Step.Answered(String id, String words, boolean offered, Instant at) ->
                Mono.justOrEmpty(answers.entry(id))
                        .map(entry -> new Given(entry, words, hearing.origin().inboxId(), offered, at));
            case Step.Idle _, Step.Reading _, Step.OfferedToRegister _ -> asked(hearing);
            case Step.ChoosingAnswer _,
                    Step.AskedWhat _,
                    Step.AskedWhere _,
                    Step.ChoosingPlace _,
                    Step.Confirming _,
                    Step.ChoosingHome _,
                    Step.ChoosingRequest _,
                    Step.Withdrawing _,
                    Step.Moving _,
                    Step.AskedWhereUrgently _,
                    Step.BesideAnAlarm _ -> Mono.empty();
        };
    }

    /** The answer the resident has just read, to be registered, or asked on: 请登记, says many an answer. Empty when none came before. */
    Mono<Step.Answered> lastRead(Hearing hearing) {
        return given(hearing)
                .map(given -> new Step.Answered(given.entry().id().value(), given.words(), false, given.at()));
    }

    /** Without the inbox nobody knows what was asked; the words are then taken as they are. */
    private Mono<Given> asked(Hearing hearing) {
        return earlier.before(hearing.origin(), hearing.now().minus(Steps.ANSWER_MEANT), LOOKED_BACK)
                .map(this::read)
                .filter(said -> !isBeside(said))
                .next()
                .timeout(PATIENCE)
                .flatMap(said -> answered(said, hearing))
                .onErrorResume(error -> {
                    LOG.warn("what was asked before could not be read: {}", error.toString());
                    return Mono.empty();
                });
    }

    private Earlier read(InboundMessage message) {
        return new Earlier(message.origin(), message.said(), intents.read(message.said()));
    }

    private boolean isBeside(Earlier said) {
        return said.words().isEmpty()
                || intents.feedback(said.words()).isPresent()
                || intents.followUp(said.words()).isPresent()
                || switch (said.intent()) {
                    case Intent.SmallTalk _, Intent.Bind _ -> true;
                    case Intent.Command(CommandKind kind) -> kind == CommandKind.CONTINUE;
                    case Intent.Number _,
                            Intent.Ask _,
                            Intent.Report _,
                            Intent.Urge _,
                            Intent.Unsolved _,
                            Intent.Add _,
                            Intent.Withdraw _,
                            Intent.Correct _,
                            Intent.Unsure _,
                            Intent.Unclear _ -> false;
                };
    }

    /** Only what is looked up when nothing is open; what was reported has no answer to be of use. */
    private static boolean isLookedUp(Intent intent) {
        return intent instanceof Intent.Ask || intent instanceof Intent.Unclear;
    }

    private Mono<Given> answered(Earlier said, Hearing hearing) {
        return isLookedUp(said.intent())
                ? answers.find(said.words(), hearing.now())
                        .ofType(Finding.Direct.class)
                        .map(found -> new Given(
                                found.entry(),
                                said.words(),
                                said.origin().inboxId(),
                                false,
                                said.origin().sentAt()))
                : Mono.empty();
    }
}
