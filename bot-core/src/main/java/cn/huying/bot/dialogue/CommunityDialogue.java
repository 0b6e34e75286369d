package cn.huying.bot.dialogue;

import cn.huying.bot.emergency.Emergency;
import cn.huying.bot.emergency.EmergencyScreen;
import cn.huying.bot.grid.Place;
import cn.huying.bot.intent.CommandKind;
import cn.huying.bot.intent.Intent;
import cn.huying.bot.intent.IntentReader;
import cn.huying.bot.intent.SmallTalkKind;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboundMessage.Origin;
import cn.huying.bot.message.Reply;
import cn.huying.knowledge.Finding;
import cn.huying.knowledge.faq.Entry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * The dialogue of a community: danger first, then the open step of the conversation, then what the words want. Decides; what is done and
 * said is with {@link Answers}, {@link Reporting}, {@link Alarms}, {@link Homes} and {@link Inquiries}.
 */
public final class CommunityDialogue implements Dialogue {
    private final EmergencyScreen screen;
    private final IntentReader intents;
    private final Desks desks;
    private final Phrases phrases;
    private final Clock clock;

    /** Those who act on what was decided. */
    public record Desks(Answers answers, Reporting reporting, Alarms alarms, Homes homes, Inquiries inquiries) {}

    public CommunityDialogue(EmergencyScreen screen, IntentReader intents, Desks desks, Phrases phrases, Clock clock) {
        this.screen = screen;
        this.intents = intents;
        this.desks = desks;
        this.phrases = phrases;
        this.clock = clock;
    }

    @Override
    public Optional<Turn> plainAnswer(InboundMessage message, Conversation conversation) {
        if (!(conversation.step() instanceof Step.Idle)
                || !(message instanceof InboundMessage.Text(Origin origin, String words))
                || screen.screen(words).isPresent()) {
            return Optional.empty();
        }
        Hearing hearing = new Hearing(origin, words, conversation.step(), clock.instant());
        return plainly(hearing, intents.read(words)).filter(turn -> turn.next() instanceof Step.Idle);
    }

    private Optional<Turn> plainly(Hearing hearing, Intent intent) {
        return switch (intent) {
            case Intent.Command(CommandKind kind) ->
                switch (kind) {
                    case HELP -> Optional.of(hearing.stay(phrases.help()));
                    case MENU -> Optional.of(hearing.stay(phrases.menu()));
                    case MY_REQUESTS, HUMAN, CANCEL, BACK, CONFIRM, EDIT, REGISTER, CONTINUE -> Optional.empty();
                };
            case Intent.SmallTalk(SmallTalkKind kind) -> Optional.of(hearing.stay(phrases.smallTalk(kind)));
            case Intent.Ask(String text, boolean trouble) ->
                trouble && desks.reporting().namesPlace(text) ? Optional.empty() : directly(hearing, trouble);
            case Intent.Unclear(String text) ->
                desks.reporting().isMatterSomewhere(text)
                        ? Optional.empty()
                        : directly(hearing, desks.reporting().isMatter(text));
            case Intent.Number number -> Optional.empty();
            case Intent.Bind bind -> Optional.empty();
            case Intent.Report report -> Optional.empty();
        };
    }

    private Optional<Turn> directly(Hearing hearing, boolean trouble) {
        return switch (desks.answers().find(hearing.words(), hearing.now())) {
            case Finding.Direct(Entry entry, double score) ->
                Optional.of(desks.answers().direct(entry, hearing.words(), trouble));
            case Finding.Choices choices -> Optional.empty();
            case Finding.Unknown unknown -> Optional.empty();
        };
    }

    @Override
    public Mono<Turn> respond(InboundMessage message, Conversation conversation) {
        Step step = Steps.stillOpen(conversation.step(), clock.instant());
        boolean forgotten = !step.equals(conversation.step());
        Hearing hearing = new Hearing(message.origin(), words(message), step, clock.instant());
        Mono<Turn> turn = hear(message, hearing);
        return forgotten ? turn.map(said -> Steps.afterForgetting(said, phrases)) : turn;
    }

    private static String words(InboundMessage message) {
        return switch (message) {
            case InboundMessage.Text text -> text.content();
            case InboundMessage.Voice voice -> voice.recognition();
            case InboundMessage.MenuClicked menu -> menu.key();
            default -> "";
        };
    }

    private Mono<Turn> hear(InboundMessage message, Hearing hearing) {
        return switch (message) {
            case InboundMessage.Text text -> words(hearing);
            case InboundMessage.Voice voice ->
                voice.recognition().isBlank() ? Mono.just(hearing.stay(phrases.voiceUnheard())) : words(hearing);
            case InboundMessage.Image image -> Mono.just(hearing.stay(phrases.picture(Steps.isDraft(hearing.step()))));
            case InboundMessage.Video video -> Mono.just(hearing.stay(phrases.video()));
            case InboundMessage.Link link -> Mono.just(hearing.stay(phrases.link()));
            case InboundMessage.Location at -> desks.reporting().located(hearing, at.latitude(), at.longitude());
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
                        : desks.homes().moveIn(hearing, place))
                .orElseGet(() -> Mono.just(hearing.stay(phrases.unknownCode())));
    }

    private Mono<Turn> words(Hearing hearing) {
        Optional<Emergency> emergency = screen.screen(hearing.words());
        if (emergency.isPresent()) {
            return desks.alarms().raise(hearing, emergency.get());
        }
        Intent intent = intents.read(hearing.words());
        return intent instanceof Intent.Command(CommandKind kind) ? command(hearing, kind) : inStep(hearing, intent);
    }

    private Mono<Turn> command(Hearing hearing, CommandKind kind) {
        return switch (kind) {
            case HELP -> Mono.just(hearing.stay(phrases.help()));
            case MENU -> Mono.just(hearing.stay(phrases.menu()));
            case MY_REQUESTS -> desks.inquiries().list(hearing);
            case HUMAN -> desks.reporting().callStaff(hearing);
            case CANCEL -> Mono.just(Turn.say(cancelled(hearing.step())));
            case BACK -> Mono.just(desks.reporting().back(hearing));
            case CONFIRM -> confirmed(hearing);
            case EDIT ->
                hearing.step() instanceof Step.Confirming
                        ? Mono.just(desks.reporting().askWhat(hearing))
                        : Mono.just(hearing.stay(phrases.nothingOpen()));
            case REGISTER -> register(hearing);
            case CONTINUE ->
                hearing.step() instanceof Step.Reading(String rest)
                        ? Mono.just(Turn.sayInParts(rest, phrases.continuation(), Outcome.Kind.ANSWERED))
                        : Mono.just(hearing.stay(phrases.nothingOpen()));
        };
    }

    /** An alert that is out cannot be taken back by a word. */
    private String cancelled(Step step) {
        return step instanceof Step.AskedWhereUrgently
                ? phrases.emergencyNotCancelled()
                : phrases.cancelled(step instanceof Step.Idle);
    }

    private Mono<Turn> confirmed(Hearing hearing) {
        return switch (hearing.step()) {
            case Step.Confirming(Draft draft) -> desks.reporting().submit(hearing, draft);
            case Step.OfferedToRegister(String words) -> desks.reporting().begin(hearing, words);
            case Step.AskedWhere(Draft draft, int asked) ->
                Mono.just(desks.reporting().confirmAsFarAsKnown(draft));
            case Step.Idle _,
                    Step.ChoosingAnswer _,
                    Step.AskedWhat _,
                    Step.ChoosingPlace _,
                    Step.ChoosingHome _,
                    Step.AskedWhereUrgently _,
                    Step.Reading _ -> Mono.just(hearing.stay(phrases.nothingOpen()));
        };
    }

    private Mono<Turn> register(Hearing hearing) {
        return switch (hearing.step()) {
            case Step.OfferedToRegister(String words) -> desks.reporting().begin(hearing, words);
            case Step.ChoosingAnswer(List<String> entries, String words) ->
                desks.reporting().begin(hearing, words);
            case Step.Confirming(Draft draft) -> desks.reporting().submit(hearing, draft);
            case Step.Idle _,
                    Step.AskedWhat _,
                    Step.AskedWhere _,
                    Step.ChoosingPlace _,
                    Step.ChoosingHome _,
                    Step.AskedWhereUrgently _,
                    Step.Reading _ -> Mono.just(desks.reporting().askWhat(hearing));
        };
    }

    /** What the words mean depends on what was asked last. */
    private Mono<Turn> inStep(Hearing hearing, Intent intent) {
        return switch (hearing.step()) {
            case Step.Idle _, Step.Reading _ -> fresh(hearing, intent);
            case Step.OfferedToRegister(String words) ->
                intent instanceof Intent.Unclear(String text)
                                && desks.reporting().isOnlyPlace(text)
                        ? desks.reporting().begin(hearing, words + "，" + text)
                        : fresh(hearing, intent);
            case Step.ChoosingAnswer choosing ->
                intent instanceof Intent.Number(int number)
                        ? Mono.just(desks.answers()
                                .chosen(choosing, number)
                                .orElseGet(() -> hearing.stay(
                                        phrases.noSuchChoice(choosing.entries().size()))))
                        : fresh(hearing, intent);
            case Step.AskedWhat(Draft draft) ->
                intent instanceof Intent.SmallTalk(SmallTalkKind kind)
                        ? Mono.just(hearing.stay(phrases.smallTalk(kind)))
                        : desks.reporting().what(hearing, draft);
            case Step.AskedWhere(Draft draft, int asked) ->
                intent instanceof Intent.SmallTalk(SmallTalkKind kind)
                        ? Mono.just(hearing.stay(phrases.smallTalkInDraft(kind, false)))
                        : desks.reporting().where(hearing, draft, asked);
            case Step.ChoosingPlace(Draft draft, List<Place> places) ->
                intent instanceof Intent.Number(int number)
                        ? picked(
                                hearing,
                                places,
                                number,
                                place -> desks.reporting().placed(hearing, place))
                        : desks.reporting().where(hearing, draft, 1);
            case Step.Confirming(Draft draft) -> beforeConfirming(hearing, draft, intent);
            case Step.ChoosingHome(List<Place> places) ->
                intent instanceof Intent.Number(int number)
                        ? picked(hearing, places, number, place -> desks.homes().moveIn(hearing, place))
                        : desks.homes().tell(hearing, hearing.words());
            case Step.AskedWhereUrgently(String request) ->
                intent instanceof Intent.SmallTalk
                        ? Mono.just(hearing.stay(phrases.emergencyWhere()))
                        : desks.alarms()
                                .where(hearing, request)
                                .switchIfEmpty(Mono.defer(() -> fresh(hearing.anew(), intent)));
        };
    }

    private Mono<Turn> picked(Hearing hearing, List<Place> places, int number, Function<Place, Mono<Turn>> then) {
        return number >= 1 && number <= places.size()
                ? then.apply(places.get(number - 1))
                : Mono.just(hearing.stay(phrases.noSuchChoice(places.size())));
    }

    private Mono<Turn> beforeConfirming(Hearing hearing, Draft draft, Intent intent) {
        if (intent instanceof Intent.SmallTalk(SmallTalkKind kind)) {
            return kind == SmallTalkKind.ACKNOWLEDGE
                    ? desks.reporting().submit(hearing, draft)
                    : Mono.just(hearing.stay(phrases.smallTalkInDraft(kind, true)));
        }
        return desks.reporting().more(hearing, draft);
    }

    private Mono<Turn> fresh(Hearing hearing, Intent intent) {
        return switch (intent) {
            case Intent.Command(CommandKind kind) -> command(hearing, kind);
            case Intent.Number(int number) -> desks.inquiries().rate(hearing, number);
            case Intent.SmallTalk(SmallTalkKind kind) -> Mono.just(Turn.say(phrases.smallTalk(kind)));
            case Intent.Bind(String place) -> desks.homes().tell(hearing, place);
            case Intent.Ask(String text, boolean trouble) ->
                trouble && desks.reporting().namesPlace(text)
                        ? desks.reporting().begin(hearing, hearing.words())
                        : answer(hearing, trouble, trouble);
            case Intent.Report(String text) -> desks.reporting().begin(hearing, hearing.words());
            case Intent.Unclear(String text) -> {
                boolean matter = desks.reporting().isMatter(text);
                yield desks.reporting().isMatterSomewhere(text)
                        ? desks.reporting().begin(hearing, hearing.words())
                        : answer(hearing, matter, matter);
            }
        };
    }

    private Mono<Turn> answer(Hearing hearing, boolean trouble, boolean registerElse) {
        return switch (desks.answers().find(hearing.words(), hearing.now())) {
            case Finding.Direct(Entry entry, double score) ->
                Mono.just(desks.answers().direct(entry, hearing.words(), trouble));
            case Finding.Choices(List<Entry> entries) ->
                Mono.just(desks.answers().choices(entries, hearing.words()));
            case Finding.Unknown unknown ->
                registerElse
                        ? desks.reporting().begin(hearing, hearing.words())
                        : Mono.just(Turn.say(
                                phrases.notFound(),
                                new Step.OfferedToRegister(hearing.words()),
                                Outcome.Kind.NOT_FOUND));
        };
    }

    @Override
    public Optional<Reply> lastResort(InboundMessage message) {
        return screen.screen(words(message)).map(emergency -> new Reply.Text(phrases.instructions(emergency)));
    }

    @Override
    public Reply handedToStaff() {
        return new Reply.Text(phrases.handedToStaff());
    }
}
