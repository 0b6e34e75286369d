package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Outcome.Kind;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.dialogue.community.phrase.RequestPhrases;
import cn.huying.bot.emergency.Emergency;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.grid.place.PlaceFinding;
import cn.huying.bot.grid.place.PlaceResolver;
import cn.huying.bot.intent.Intent;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import cn.huying.bot.taxonomy.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Danger: the fixed instructions at once, and an alert to those on duty before anything is asked. */
public final class Alarms {
    /** How long what comes after an alert is first read as its place. */
    private static final Duration PLACE_AWAITED = Duration.ofMinutes(30);

    private static final int LONGEST_PLACE = 40;

    /** One of them is in nearly every description of a place, and in few other words of an emergency. */
    private static final String PLACE_SIGNS = "旁附楼层栋号路街巷店场园桥河库院村室站口厂校馆";

    private final PlaceResolver places;
    private final Homes homes;
    private final Intake intake;
    private final RequestPhrases phrases;

    public Alarms(PlaceResolver places, Homes homes, Intake intake, Phrases phrases) {
        this.places = places;
        this.homes = homes;
        this.intake = intake;
        this.phrases = phrases.requests();
    }

    /**
     * Instructs and alerts; a place that is not known yet is asked for after the alert went out. Who cries again is instructed again, and what
     * is new is added to the alert that is out.
     */
    Mono<Turn> raise(Hearing hearing, Emergency emergency) {
        PlaceFinding anywhere = places.resolve(hearing.words());
        return intake.open(hearing, request -> isTheSame(hearing, emergency, anywhere, request))
                .flatMap(out -> out.map(request -> again(hearing, emergency, request, anywhere))
                        .orElseGet(() -> alert(hearing, emergency)));
    }

    private Mono<Turn> alert(Hearing hearing, Emergency emergency) {
        return homes.of(hearing.origin().sender()).flatMap(home -> {
            Optional<Place> spoken = Steps.draft(hearing.step()).flatMap(Draft::place);
            Optional<Place> there = spoken.or(() -> home);
            PlaceFinding said = places.resolve(hearing.words(), there);
            Optional<Place> place = known(said).or(() -> there);
            return intake.alert(hearing, emergency, place).map(request -> told(emergency, request, isEnough(said)));
        });
    }

    /** The same danger, told again within half an hour, and at no other place. */
    private static boolean isTheSame(Hearing hearing, Emergency emergency, PlaceFinding said, ServiceRequest request) {
        Submission submission = request.submission();
        boolean asked = hearing.step() instanceof Step.AskedWhereUrgently(String id)
                && id.equals(request.id().value());
        return request.standing().tier() == Tier.P0
                && submission.matter().category().equals(emergency.category())
                && !isOver(hearing, request)
                && (asked || fits(said, submission.place()));
    }

    private static boolean fits(PlaceFinding said, Submission.Place told) {
        return told.fullAddress().isEmpty()
                || known(said)
                        .map(place -> told.publicLabel().startsWith(place.publicLabel())
                                || place.publicLabel().startsWith(told.publicLabel()))
                        .orElse(true);
    }

    private Mono<Turn> again(Hearing hearing, Emergency emergency, ServiceRequest request, PlaceFinding said) {
        Optional<Place> place = known(said)
                .filter(found -> found.publicLabel().length()
                                >= request.submission().place().publicLabel().length()
                        || hearing.step() instanceof Step.AskedWhereUrgently);
        boolean asks = hearing.step() instanceof Step.AskedWhereUrgently && !isEnough(said);
        return intake.add(hearing, request, place).map(located -> {
            String text = phrases.instructions(emergency) + "\n\n"
                    + phrases.emergencyAgain(located.number().toString());
            return asks
                    ? Turn.say(text + phrases.emergencyWhere(), hearing.step(), Kind.EMERGENCY)
                    : Turn.say(text, new Step.Idle(), Kind.EMERGENCY);
        });
    }

    /** A building is where help goes; nobody is asked for more while it burns. */
    private static boolean isEnough(PlaceFinding said) {
        return said instanceof PlaceFinding.Exact
                || said instanceof PlaceFinding.Partial partial && partial.missing() == PlaceFinding.Part.UNIT;
    }

    private Turn told(Emergency emergency, ServiceRequest request, boolean placeIsKnown) {
        String text = phrases.instructions(emergency) + "\n\n"
                + phrases.emergencyRegistered(request.number().toString());
        return placeIsKnown
                ? Turn.say(text, new Step.Idle(), Kind.EMERGENCY)
                : Turn.say(
                        text + phrases.emergencyWhere(),
                        new Step.AskedWhereUrgently(request.id().value()),
                        Kind.EMERGENCY);
    }

    /**
     * Words after an alert whose place is not known: the place, whatever else they tell, or more about the danger; either way they are kept
     * as a note. Empty when they are about something else.
     */
    Mono<Turn> where(Hearing hearing, ServiceRequest alert, Intent intent) {
        return homes.of(hearing.origin().sender()).flatMap(home -> {
            PlaceFinding said = places.resolve(hearing.words(), home);
            return known(said)
                    .map(place -> located(hearing, alert, place))
                    .orElseGet(() -> mayBelong(intent)
                            ? kept(hearing, alert, isPlaceInWords(hearing.words(), intent, said))
                            : Mono.empty());
        });
    }

    /** Whatever it was, those on duty read it with the alert. */
    Mono<Turn> kept(Hearing hearing, ServiceRequest alert) {
        return kept(hearing, alert, false);
    }

    /** A matter of its own needs a place of its own: one that is named, or the resident's home. */
    Mono<Boolean> knowsWhere(Hearing hearing) {
        return homes.of(hearing.origin().sender())
                .map(home -> !(places.resolve(hearing.words(), home) instanceof PlaceFinding.Missing));
    }

    Mono<ServiceRequest> noted(Hearing hearing, ServiceRequest alert) {
        return intake.add(hearing, alert, Optional.empty());
    }

    /** The alert, as long as its place is waited for; nothing can be passed on to one that was closed. */
    Mono<ServiceRequest> awaited(Hearing hearing, String request) {
        return intake.find(new RequestId(request)).filter(alert -> alert.state().isOpen() && !isOver(hearing, alert));
    }

    /** Words that are nothing else, soon after an alert: 找到了, 隔壁402. Empty when no alert is out. */
    Mono<Turn> remark(Hearing hearing) {
        return intake.open(hearing, request -> request.standing().tier() == Tier.P0 && !isOver(hearing, request))
                .flatMap(Mono::justOrEmpty)
                .flatMap(alert -> intake.add(hearing, alert, Optional.empty()))
                .map(alert -> hearing.stay(phrases.emergencyAgain(alert.number().toString())));
    }

    /** Help is sent there; also for another alert of the same half hour that nobody could place. */
    Mono<Turn> located(Hearing hearing, ServiceRequest alert, Place place) {
        Mono<ServiceRequest> others = intake.open(
                        hearing, other -> !other.id().equals(alert.id()) && isUnplaced(hearing, other))
                .flatMap(Mono::justOrEmpty)
                .flatMap(other -> intake.add(hearing, other, Optional.of(place)));
        return intake.add(hearing, alert, Optional.of(place))
                .flatMap(located -> others.thenReturn(located))
                .map(located -> Turn.say(
                        phrases.emergencyWhereKept(
                                Optional.of(place), located.number().toString()),
                        new Step.Idle(),
                        Kind.EMERGENCY));
    }

    /** A question, a wish about something made before and a request for something else are none of the danger's. */
    private static boolean mayBelong(Intent intent) {
        return switch (intent) {
            case Intent.Ask(String text, boolean trouble) -> trouble;
            case Intent.Report _, Intent.Unclear _, Intent.Unsure _, Intent.Number _, Intent.Bind _, Intent.Add _ ->
                true;
            case Intent.Command _,
                    Intent.SmallTalk _,
                    Intent.Urge _,
                    Intent.Unsolved _,
                    Intent.Withdraw _,
                    Intent.Correct _ -> false;
        };
    }

    private Mono<Turn> kept(Hearing hearing, ServiceRequest alert, boolean asPlace) {
        Mono<ServiceRequest> kept = noted(hearing, alert)
                .flatMap(noted -> asPlace ? intake.locate(hearing, alert.id(), Optional.empty()) : Mono.just(noted));
        return kept.map(now -> Turn.say(
                phrases.emergencyWhereKept(Optional.empty(), now.number().toString()), hearing.step(), Kind.EMERGENCY));
    }

    /** 菜场后门那个铁棚: nothing of the tree, and yet where to go; so is 3栋 where several have one. */
    private static boolean isPlaceInWords(String words, Intent intent, PlaceFinding said) {
        return words.length() <= LONGEST_PLACE
                && (intent instanceof Intent.Unclear || said instanceof PlaceFinding.Ambiguous)
                && words.chars().anyMatch(c -> PLACE_SIGNS.indexOf(c) >= 0);
    }

    private boolean isUnplaced(Hearing hearing, ServiceRequest request) {
        return request.standing().tier() == Tier.P0 && !isOver(hearing, request) && !isPlaced(request);
    }

    /** In words that are no place of ours, somebody still has to find it. */
    boolean isPlaced(ServiceRequest alert) {
        return !intake.isSomewhere(alert.submission().place());
    }

    private static boolean isOver(Hearing hearing, ServiceRequest alert) {
        return hearing.now().isAfter(alert.submission().at().plus(PLACE_AWAITED));
    }

    private static Optional<Place> known(PlaceFinding finding) {
        return switch (finding) {
            case PlaceFinding.Exact(Place place) -> Optional.of(place);
            case PlaceFinding.Partial(Place place, PlaceFinding.Part missing, String heard) -> Optional.of(place);
            case PlaceFinding.Ambiguous(List<Place> candidates) -> Optional.empty();
            case PlaceFinding.Missing() -> Optional.empty();
        };
    }
}
