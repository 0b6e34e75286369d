package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Conversation;
import cn.huying.bot.dialogue.Dialogue;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.dialogue.law.Articles;
import cn.huying.bot.emergency.Emergency;
import cn.huying.bot.emergency.EmergencyScreen;
import cn.huying.bot.intent.Beside;
import cn.huying.bot.intent.CommandKind;
import cn.huying.bot.intent.Intent;
import cn.huying.bot.intent.IntentReader;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboundMessage.Origin;
import cn.huying.bot.message.Reply;
import cn.huying.bot.statute.Citation;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * The dialogue of a community: danger first, then the open step of the conversation, then what the words want. Decides; what is done and
 * said is with {@link Answers}, {@link Reporting}, {@link Alarms}, {@link Homes}, {@link Inquiries} and {@link Sequels}.
 */
public final class CommunityDialogue implements Dialogue {
    private final EmergencyScreen screen;
    private final IntentReader intents;
    private final Desks desks;
    private final FollowUps followUps;
    private final Commands commands;
    private final OpenSteps steps;
    private final AfterAlarms afterAlarms;
    private final Phrases phrases;
    private final Clock clock;

    /** Those who act on what was decided. */
    public record Desks(
            Answers answers,
            AfterAnswers afterAnswers,
            Articles articles,
            Reporting reporting,
            Alarms alarms,
            Homes homes,
            Inquiries inquiries,
            Sequels sequels,
            Amendments amendments) {}

    public CommunityDialogue(EmergencyScreen screen, IntentReader intents, Desks desks, Phrases phrases, Clock clock) {
        this.screen = screen;
        this.intents = intents;
        this.desks = desks;
        this.followUps = new FollowUps(desks, intents, phrases);
        this.commands = new Commands(desks, phrases);
        FreshWords fresh = new FreshWords(desks, commands, phrases);
        this.steps = new OpenSteps(desks, commands, fresh, phrases);
        this.afterAlarms = new AfterAlarms(desks, intents, new AfterAlarms.Else(commands, fresh, followUps), phrases);
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public Mono<Turn> plainTurn(InboundMessage message, Conversation conversation) {
        Step step = conversation.step();
        Instant now = clock.instant();
        // Beside an alarm whatever is said may go to those on duty.
        boolean alarmed = step instanceof Step.AskedWhereUrgently || step instanceof Step.BesideAnAlarm;
        if (!(message instanceof InboundMessage.Text(Origin origin, String words))
                || alarmed
                || !step.equals(Steps.stillOpen(step, now))) {
            return Mono.empty();
        }
        Hearing hearing = new Hearing(origin, words, step, now);
        return articleAsked(hearing)
                .or(() -> needsCare(words)
                        ? Optional.empty()
                        : lawElsewhere(hearing).or(() -> Optional.of(plainly(hearing))))
                .orElseGet(Mono::empty);
    }

    private boolean needsCare(String words) {
        return screen.screen(words).isPresent()
                || intents.feedback(words).isPresent()
                || intents.followUp(words).isPresent()
                || intents.beside(words).isPresent();
    }

    private Mono<Turn> plainly(Hearing hearing) {
        Intent intent = intents.read(hearing.words());
        Mono<Turn> turn = intent instanceof Intent.Command(CommandKind kind)
                ? commands.withoutEffects(hearing, kind)
                : steps.withoutEffects(hearing, intent);
        // What was said before is only told from the inbox, and a message is not in there yet.
        return turn.filter(said -> !followUps.mayLean(hearing, said));
    }

    @Override
    public Mono<Turn> respond(InboundMessage message, Conversation conversation) {
        Step step = Steps.stillOpen(conversation.step(), clock.instant());
        boolean forgotten = Steps.isDraft(conversation.step()) && !step.equals(conversation.step());
        Hearing hearing = new Hearing(message.origin(), words(message), step, clock.instant());
        Mono<Turn> turn = step instanceof Step.BesideAnAlarm beside
                ? afterAlarms.beside(hearing, beside, open -> hear(message, open))
                : hear(message, hearing);
        return forgotten ? turn.map(said -> Steps.afterForgetting(said, phrases)) : turn;
    }

    private static String words(InboundMessage message) {
        if (message instanceof InboundMessage.Location at) {
            return AfterAlarms.words(at);
        }
        return message instanceof InboundMessage.MenuClicked menu ? menu.key() : message.said();
    }

    private Mono<Turn> hear(InboundMessage message, Hearing hearing) {
        return switch (message) {
            case InboundMessage.Text text -> words(hearing);
            case InboundMessage.Voice voice ->
                voice.recognition().isBlank() ? Mono.just(hearing.stay(phrases.voiceUnheard())) : words(hearing);
            case InboundMessage.Image image -> Mono.just(hearing.stay(phrases.picture(Steps.isDraft(hearing.step()))));
            case InboundMessage.Video video -> Mono.just(hearing.stay(phrases.video()));
            case InboundMessage.Link link -> Mono.just(hearing.stay(phrases.link()));
            case InboundMessage.Location at ->
                afterAlarms.pointed(
                        hearing, at, nothing -> desks.reporting().located(nothing, at.latitude(), at.longitude()));
            case InboundMessage.Subscribed subscribed -> desks.homes().follow(hearing, subscribed.scene());
            case InboundMessage.Unsubscribed unsubscribed -> desks.homes().unfollow(hearing);
            case InboundMessage.Scanned scanned -> scanned(hearing, scanned.scene());
            case InboundMessage.MenuClicked menu -> words(hearing);
            case InboundMessage.LocationReported reported -> Mono.just(Turn.silence(hearing.step()));
            case InboundMessage.JobFinished finished -> Mono.just(Turn.silence(hearing.step()));
            case InboundMessage.Unsupported unsupported -> Mono.just(Turn.silence(hearing.step()));
        };
    }

    private Mono<Turn> scanned(Hearing hearing, String scene) {
        return desks.homes()
                .placeOf(scene)
                .map(place -> Steps.isDraft(hearing.step())
                        ? desks.reporting().placed(hearing, place)
                        : afterAlarms.scanned(
                                hearing, place, nothing -> desks.homes().moveIn(nothing, place)))
                .orElseGet(() -> Mono.just(hearing.stay(phrases.unknownCode())));
    }

    private Mono<Turn> words(Hearing hearing) {
        Mono<Turn> heard = Mono.defer(() -> heard(hearing));
        return articleAsked(hearing).map(turn -> turn.switchIfEmpty(heard)).orElse(heard);
    }

    /** An article that is named and nothing else: 反家庭暴力法第二条 is no alarm, whatever the law is about. */
    private Optional<Mono<Turn>> articleAsked(Hearing hearing) {
        return desks.articles().asked(hearing.words()).map(citation -> article(hearing, citation));
    }

    /** An article of a law that is not here, and nothing else: no request, and no question we could answer. */
    private Optional<Mono<Turn>> lawElsewhere(Hearing hearing) {
        return desks.articles().elsewhere(hearing.words()).map(citation -> article(hearing, citation));
    }

    private Mono<Turn> article(Hearing hearing, Citation citation) {
        Articles articles = desks.articles();
        return switch (hearing.step()) {
            case Step.AskedWhereUrgently _ ->
                articles.text(citation, hearing.now()).map(text -> hearing.stay(phrases.beforeTheAlarm(text)));
            case Step.AskedWhat _, Step.AskedWhere _, Step.ChoosingPlace _, Step.Confirming _ ->
                articles.text(citation, hearing.now())
                        .map(text ->
                                hearing.stay(phrases.beforeTheDraft(text, hearing.step() instanceof Step.Confirming)));
            case Step.Idle _,
                    Step.ChoosingAnswer _,
                    Step.OfferedToRegister _,
                    Step.Answered _,
                    Step.ChoosingHome _,
                    Step.ChoosingRequest _,
                    Step.BesideAnAlarm _,
                    Step.Withdrawing _,
                    Step.Moving _,
                    Step.Reading _ -> articles.show(citation, hearing.now());
        };
    }

    private Mono<Turn> heard(Hearing hearing) {
        Optional<Emergency> emergency = screen.screen(hearing.words());
        if (emergency.isPresent()) {
            return desks.alarms().raise(hearing, emergency.get());
        }
        Mono<Turn> meant = Mono.defer(() -> hearing.step() instanceof Step.AskedWhereUrgently(String request)
                ? afterAlarms.hear(hearing, request, this::usually)
                : usually(hearing));
        return lawElsewhere(hearing).map(turn -> turn.switchIfEmpty(meant)).orElse(meant);
    }

    private Mono<Turn> usually(Hearing hearing) {
        return intents.feedback(hearing.words())
                .map(verdict -> desks.afterAnswers()
                        .hear(hearing, verdict, answeredAt -> desks.sequels().objection(hearing, answeredAt))
                        .switchIfEmpty(Mono.defer(() -> askedOn(hearing))))
                .orElseGet(() -> askedOn(hearing));
    }

    /** Words that name no matter of their own are asked of the answer before them, if there was one; 更多 first goes on with a long one. */
    private Mono<Turn> askedOn(Hearing hearing) {
        boolean readsOn =
                hearing.step() instanceof Step.Reading && intents.read(hearing.words()) instanceof Intent.Command;
        return Optional.of(hearing.words())
                .filter(_ -> !readsOn)
                .flatMap(intents::followUp)
                .map(asked -> followUps
                        .hear(hearing, asked)
                        .switchIfEmpty(Mono.defer(() -> meant(hearing)).map(turn -> followUps.ofWhat(hearing, turn))))
                .orElseGet(() -> meant(hearing));
    }

    private Mono<Turn> meant(Hearing hearing) {
        return intents.beside(hearing.words())
                .map(both -> both(hearing, both))
                .orElseGet(() -> one(hearing).flatMap(turn -> followUps.inItsLight(hearing, turn)));
    }

    private Mono<Turn> one(Hearing hearing) {
        Intent intent = intents.read(hearing.words());
        return intent instanceof Intent.Command(CommandKind kind)
                ? commands.obey(hearing, kind)
                : steps.hear(hearing, intent);
    }

    /** What is wrong goes its way, and the question beside it is answered in the same breath. */
    private Mono<Turn> both(Hearing hearing, Beside both) {
        return switch (intents.read(both.first())) {
            case Intent.Ask(String text, boolean trouble)
            when !trouble -> desks.answers().both(hearing, both).switchIfEmpty(Mono.defer(() -> one(hearing)));
            case Intent.Ask _, Intent.Unclear _, Intent.Number _ when !Steps.isDraft(hearing.step()) -> one(hearing);
            case Intent first ->
                desks.answers().beside(hearing, both, () -> one(hearing.saying(both.first())), () -> one(hearing));
        };
    }

    @Override
    public Optional<Reply> lastResort(InboundMessage message) {
        return screen.screen(words(message))
                .map(emergency -> new Reply.Text(phrases.requests().instructions(emergency)));
    }

    @Override
    public Reply handedToStaff() {
        return new Reply.Text(phrases.handedToStaff());
    }
}
