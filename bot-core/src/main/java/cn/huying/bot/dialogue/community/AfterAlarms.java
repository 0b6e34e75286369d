package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.CommunityDialogue.Desks;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.intent.Aspect;
import cn.huying.bot.intent.CommandKind;
import cn.huying.bot.intent.Intent;
import cn.huying.bot.intent.IntentReader;
import cn.huying.bot.intent.SmallTalkKind;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.request.RequestNumber;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.knowledge.Finding;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.faq.Entry;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * What is said while the place of an alert is asked. What may concern the danger goes to those on duty, whatever else comes of it; a question is
 * answered, another matter is registered by itself, and the place goes on being asked.
 */
final class AfterAlarms {
    /** Asked of an answer, never of a danger. */
    private static final Set<Aspect> OF_ANSWERS =
            EnumSet.of(Aspect.BRING, Aspect.COST, Aspect.PROXY, Aspect.CONDITIONS, Aspect.LIABILITY, Aspect.SOURCE);

    /** 谢谢 tells nothing; 谢谢消防员，孩子出来了 does. */
    private static final int LONGEST_COURTESY = 6;

    private final Desks desks;
    private final IntentReader intents;
    private final Else orElse;
    private final Phrases phrases;

    /** Who hears what is not about the danger. */
    record Else(Commands commands, FreshWords fresh, FollowUps followUps) {}

    AfterAlarms(Desks desks, IntentReader intents, Else orElse, Phrases phrases) {
        this.desks = desks;
        this.intents = intents;
        this.orElse = orElse;
        this.phrases = phrases;
    }

    /** @param otherwise hears the words when the place has been waited for long enough */
    Mono<Turn> hear(Hearing hearing, String request, Function<Hearing, Mono<Turn>> otherwise) {
        return desks.alarms()
                .awaited(hearing, request)
                .flatMap(alert -> heard(hearing, alert))
                .switchIfEmpty(Mono.defer(() -> otherwise.apply(hearing.anew())));
    }

    private Mono<Turn> heard(Hearing hearing, ServiceRequest alert) {
        return intents.beside(hearing.words())
                .map(both -> desks.answers()
                        .beside(
                                hearing,
                                both,
                                () -> one(hearing.saying(both.first()), alert),
                                () -> one(hearing, alert)))
                .orElseGet(() -> one(hearing, alert));
    }

    private Mono<Turn> one(Hearing hearing, ServiceRequest alert) {
        Optional<Set<Aspect>> asked = intents.followUp(hearing.words())
                .filter(aspects -> OF_ANSWERS.containsAll(aspects) || intents.isOfOthers(hearing.words()));
        if (asked.isPresent()) {
            return askedOn(hearing, alert, asked.get());
        }
        return switch (intents.read(hearing.words())) {
            case Intent.Command(CommandKind kind) -> obeyed(hearing, alert, kind);
            case Intent.SmallTalk(SmallTalkKind kind) -> talked(hearing, alert, kind);
            case Intent.Ask(String text, boolean trouble)
            when !trouble && !desks.reporting().gist().namesPlace(text) -> asked(hearing, alert);
            case Intent intent -> told(hearing, alert, intent);
        };
    }

    /** 要带什么, 退休的呢: of the answer before it, if there was one. */
    private Mono<Turn> askedOn(Hearing hearing, ServiceRequest alert, Set<Aspect> asked) {
        return desks.afterAnswers()
                .lastRead(hearing.anew())
                .filter(read -> read.at().isAfter(alert.submission().at()))
                .flatMap(read -> orElse.followUps().hear(hearing.at(read), asked))
                .defaultIfEmpty(hearing.stay(phrases.answers().ofWhat()))
                .map(turn -> still(hearing, turn));
    }

    private Mono<Turn> obeyed(Hearing hearing, ServiceRequest alert, CommandKind kind) {
        return switch (kind) {
            case CANCEL, WITHDRAW ->
                RequestNumber.find(hearing.words())
                                .filter(number -> !number.equals(alert.number()))
                                .isPresent()
                        ? orElse.commands().obey(hearing, kind).map(turn -> resumed(hearing, alert, turn))
                        : desks.alarms()
                                .noted(hearing, alert)
                                .then(Mono.defer(() -> orElse.commands().obey(hearing, kind)));
            case HELP, MY_REQUESTS, HUMAN, APPEAL, REGISTER ->
                orElse.commands().obey(hearing, kind).map(turn -> resumed(hearing, alert, turn));
            case MENU, BACK, CONFIRM, EDIT, CONTINUE -> Mono.just(where(hearing));
        };
    }

    private Mono<Turn> talked(Hearing hearing, ServiceRequest alert, SmallTalkKind kind) {
        boolean tells = kind == SmallTalkKind.PRAISE
                || PlainText.squeezed(hearing.words()).length() > LONGEST_COURTESY;
        return tells ? desks.alarms().noted(hearing, alert).thenReturn(where(hearing)) : Mono.just(where(hearing));
    }

    private Turn where(Hearing hearing) {
        return hearing.stay(phrases.requests().emergencyWhere());
    }

    /** A question that may be about the danger is passed on as well. */
    private Mono<Turn> asked(Hearing hearing, ServiceRequest alert) {
        return desks.answers().find(hearing.words(), hearing.now()).flatMap(found -> {
            Optional<String> answer = desks.answers().aside(found, hearing.now());
            return isOther(hearing, alert, found)
                    ? Mono.just(still(
                            hearing,
                            hearing.stay(
                                    answer.orElseGet(() -> phrases.answers().unansweredAside()))))
                    : desks.alarms().kept(hearing, alert).map(turn -> beside(turn, alert, answer));
        });
    }

    private boolean isOther(Hearing hearing, ServiceRequest alert, Finding found) {
        return desks.reporting().gist().isAnother(hearing.words(), alert.submission()) || isOther(alert, found);
    }

    private boolean isOther(ServiceRequest alert, Finding found) {
        return found instanceof Finding.Direct(Entry entry, double score)
                && desks.reporting().gist().isAnother(entry.action().category(), alert.submission());
    }

    /** That it was passed on, and what was found. */
    private Turn beside(Turn turn, ServiceRequest alert, Optional<String> answer) {
        return answer.map(text -> turn.saying(_ -> phrases.beforeTheAlarm(
                        phrases.requests().emergencyAgain(alert.number().toString()) + "\n\n" + text)))
                .orElse(turn);
    }

    /** Another matter that has a place is registered; everything else that may belong to the danger is passed on. */
    private Mono<Turn> told(Hearing hearing, ServiceRequest alert, Intent intent) {
        boolean another = desks.reporting().gist().isAnother(hearing.words(), alert.submission());
        Mono<Turn> passedOn = Mono.defer(() -> passedOn(hearing, alert, intent, another));
        return intent instanceof Intent.Report && another
                ? desks.alarms().knowsWhere(hearing).flatMap(there -> there ? own(hearing, alert, intent) : passedOn)
                : passedOn;
    }

    /** Its words are with the alert as well: they name a place. */
    private Mono<Turn> own(Hearing hearing, ServiceRequest alert, Intent intent) {
        return desks.alarms()
                .noted(hearing, alert)
                .then(Mono.defer(() -> orElse.fresh().hear(hearing.anew(), intent)))
                .map(turn -> resumed(hearing, alert, turn));
    }

    private Mono<Turn> passedOn(Hearing hearing, ServiceRequest alert, Intent intent, boolean another) {
        return desks.alarms()
                .where(hearing, alert, intent)
                .flatMap(turn -> turn.next() instanceof Step.AskedWhereUrgently
                        ? more(hearing, alert, intent, another, turn)
                        : Mono.just(turn))
                .switchIfEmpty(Mono.defer(
                        () -> orElse.fresh().hear(hearing.anew(), intent).map(turn -> resumed(hearing, alert, turn))));
    }

    private Mono<Turn> more(Hearing hearing, ServiceRequest alert, Intent intent, boolean another, Turn turn) {
        return intent instanceof Intent.Unclear || intent instanceof Intent.Ask
                ? answered(hearing, alert, turn)
                : Mono.just(another ? turn.saying(phrases.requests()::emergencyOrNew) : turn);
    }

    /** 物业费 may have been a question as well; what an answer says of the danger itself, the instructions have said. */
    private Mono<Turn> answered(Hearing hearing, ServiceRequest alert, Turn turn) {
        return desks.answers()
                .find(hearing.words(), hearing.now())
                .filter(found -> isOther(alert, found))
                .map(found -> beside(turn, alert, desks.answers().aside(found, hearing.now())))
                .defaultIfEmpty(turn);
    }

    /** Says something else and asks for the place once more. */
    private Turn still(Hearing hearing, Turn turn) {
        return new Turn(turn.saying(phrases::beforeTheAlarm).reply(), hearing.step(), turn.outcome());
    }

    /** What came of something else; the place is asked for when that leaves nothing open. */
    private Turn resumed(Hearing hearing, ServiceRequest alert, Turn turn) {
        return switch (turn.next()) {
            case Step.AskedWhereUrgently(String request) when !turn.next().equals(hearing.step()) -> turn;
            case Step.Idle _, Step.Answered _, Step.Reading _, Step.AskedWhereUrgently _ ->
                still(hearing.at(new Step.AskedWhereUrgently(alert.id().value())), turn);
            case Step open -> turn.then(new Step.BesideAnAlarm(alert.id().value(), open));
        };
    }

    /** Something else is open: what is said may be about the danger all the same. */
    Mono<Turn> beside(Hearing hearing, Step.BesideAnAlarm step, Function<Hearing, Mono<Turn>> hear) {
        Hearing open = hearing.at(step.open());
        return unplaced(hearing, step.request())
                .flatMap(alert -> (mayConcern(hearing, alert) ? desks.alarms().noted(hearing, alert) : Mono.just(alert))
                        .then(Mono.defer(() -> hear.apply(open)))
                        .flatMap(turn -> afterwards(hearing, step.request(), turn)))
                .switchIfEmpty(Mono.defer(() -> hear.apply(open)));
    }

    private Mono<Turn> afterwards(Hearing hearing, String request, Turn turn) {
        return unplaced(hearing, request)
                .map(alert -> resumed(hearing, alert, turn))
                .defaultIfEmpty(turn);
    }

    private Mono<ServiceRequest> unplaced(Hearing hearing, String request) {
        return desks.alarms()
                .awaited(hearing, request)
                .filter(alert -> !desks.alarms().isPlaced(alert));
    }

    private boolean mayConcern(Hearing hearing, ServiceRequest alert) {
        return !hearing.words().isBlank()
                && !desks.reporting().gist().isAnother(hearing.words(), alert.submission())
                && switch (intents.read(hearing.words())) {
                    case Intent.Report _,
                            Intent.Unclear _,
                            Intent.Unsure _,
                            Intent.Bind _,
                            Intent.Add _,
                            Intent.Ask _ -> true;
                    case Intent.Command _,
                            Intent.Number _,
                            Intent.SmallTalk _,
                            Intent.Urge _,
                            Intent.Unsolved _,
                            Intent.Withdraw _,
                            Intent.Correct _ -> false;
                };
    }

    /** A point on the map answers where it is; how exact it is, those on duty read. */
    Mono<Turn> pointed(Hearing hearing, InboundMessage.Location at, Function<Hearing, Mono<Turn>> otherwise) {
        return placed(hearing, desks.reporting().near(at.latitude(), at.longitude()), otherwise);
    }

    /** A point as those on duty read it. */
    static String words(InboundMessage.Location at) {
        return (at.label() + " " + at.latitude() + "," + at.longitude()).strip();
    }

    /** So does the code on a door. */
    Mono<Turn> scanned(Hearing hearing, Place place, Function<Hearing, Mono<Turn>> otherwise) {
        return placed(hearing, Optional.of(place), otherwise);
    }

    private Mono<Turn> placed(Hearing hearing, Optional<Place> place, Function<Hearing, Mono<Turn>> otherwise) {
        if (!(hearing.step() instanceof Step.AskedWhereUrgently(String request))) {
            return otherwise.apply(hearing);
        }
        return desks.alarms()
                .awaited(hearing, request)
                .flatMap(alert -> place.map(there -> desks.alarms().located(hearing, alert, there))
                        .orElseGet(() -> desks.alarms().kept(hearing, alert)))
                .switchIfEmpty(Mono.defer(() -> otherwise.apply(hearing.anew())));
    }
}
