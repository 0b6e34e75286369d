package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Outcome.Kind;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.grid.place.PlaceFinding;
import cn.huying.bot.grid.place.PlaceResolver;
import cn.huying.bot.request.Submission;
import cn.huying.bot.taxonomy.Classification;
import cn.huying.bot.taxonomy.Classifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** From a resident's words to a registered request: asks only what is missing, has everything confirmed in one message, gives the number. */
public final class Reporting {
    /** Asked this often without a usable answer, staff find out instead of asking on. */
    private static final int MOST_ASKS = 2;

    /** More places than this are not read: the compound is asked instead. */
    private static final int MOST_CHOICES = 5;

    private static final List<String> PLACE_WORDS = List.of("地址", "地点", "地方", "位置", "楼栋");

    private final Classifier classifier;
    private final PlaceResolver places;
    private final Homes homes;
    private final Handover handover;
    private final Matters matters;
    private final Phrases phrases;

    public Reporting(Classifier classifier, PlaceResolver places, Homes homes, Intake intake, Phrases phrases) {
        this.classifier = classifier;
        this.places = places;
        this.homes = homes;
        this.handover = new Handover(classifier, intake, phrases);
        this.matters = new Matters(classifier, places);
        this.phrases = phrases;
    }

    boolean isMatter(String words) {
        return classifier.classify(words).isMatter();
    }

    /** Who names a place wants something done there, rather than read about it. */
    boolean namesPlace(String words) {
        return !(places.resolve(words) instanceof PlaceFinding.Missing);
    }

    boolean isMatterSomewhere(String words) {
        return isMatter(words) && namesPlace(words);
    }

    boolean isOnlyPlace(String words) {
        return !isMatter(words) && namesPlace(words);
    }

    /** Whether the words speak of what was submitted: of the same category, or at least with two letters of its name, 路灯. */
    boolean isAbout(String words, Submission submission) {
        Classification matter = classifier.classify(words);
        String name = submission.matter().name();
        return matter.isMatter()
                ? matter.category().code().equals(submission.matter().category())
                : IntStream.range(0, name.length() - 1).anyMatch(i -> words.contains(name.substring(i, i + 2)));
    }

    /** Nothing but a place was said, with nothing open: asks what is the matter there. Empty when the words name none, or several. */
    Optional<Turn> askWhatThere(Hearing hearing) {
        return switch (places.resolve(hearing.words())) {
            case PlaceFinding.Exact(Place place) -> Optional.of(askWhatThere(hearing, place));
            case PlaceFinding.Partial(Place place, PlaceFinding.Part missing, String heard) ->
                Optional.of(askWhatThere(hearing, place));
            case PlaceFinding.Ambiguous ambiguous -> Optional.empty();
            case PlaceFinding.Missing missing -> Optional.empty();
        };
    }

    private Turn askWhatThere(Hearing hearing, Place place) {
        Draft there = Draft.begun(hearing.now()).at(place, !place.buildingName().isEmpty());
        return Turn.say(phrases.askWhatThere(place), new Step.AskedWhat(there), Kind.ASKED_WHAT);
    }

    /** 修改: the matter is told anew, the place stays; 改地址: the other way round. */
    Turn edit(Hearing hearing, Draft draft) {
        if (PLACE_WORDS.stream().anyMatch(hearing.words()::contains)) {
            return askWhere(draft.nowhere(), 1);
        }
        return Turn.say(
                phrases.askWhatAgain(phrases.placeOf(draft)), new Step.AskedWhat(draft.untold()), Kind.ASKED_WHAT);
    }

    Turn askWhat(Hearing hearing) {
        return Turn.say(phrases.askWhat(), new Step.AskedWhat(Draft.begun(hearing.now())), Kind.ASKED_WHAT);
    }

    /** The resident told of something wrong. */
    Mono<Turn> begin(Hearing hearing, String words) {
        return begin(hearing, words, "");
    }

    /** @param category the code it comes under whatever the words sound like; empty when the words are to tell */
    Mono<Turn> begin(Hearing hearing, String words, String category) {
        Matters.Told told = matters.told(words);
        Draft draft = Draft.begun(hearing.now())
                .about(told.first())
                .withAlso(told.second())
                .under(category);
        return locate(hearing, draft, told.first());
    }

    /** The matter that was asked for. */
    Mono<Turn> what(Hearing hearing, Draft draft) {
        Draft told = draft.about(hearing.words());
        if (told.text().isEmpty()) {
            return Mono.just(askWhat(hearing));
        }
        boolean elsewhere = places.resolve(hearing.words()) instanceof PlaceFinding.Exact;
        return told.placeSettled() && !elsewhere ? Mono.just(confirm(told)) : locate(hearing, told, hearing.words());
    }

    /** Another word before confirming: it may be the place, else it belongs to the matter. */
    Mono<Turn> more(Hearing hearing, Draft draft) {
        return switch (places.resolve(hearing.words(), draft.place())) {
            case PlaceFinding.Exact(Place place) -> Mono.just(confirm(draft.at(place, true)));
            case PlaceFinding.Partial(Place place, PlaceFinding.Part missing, String heard) -> {
                Draft told = draft.about(hearing.words());
                yield Mono.just(confirm(missing == PlaceFinding.Part.UNIT ? told.at(place, true) : told));
            }
            case PlaceFinding.Ambiguous ambiguous -> Mono.just(confirm(draft.about(hearing.words())));
            case PlaceFinding.Missing missing -> Mono.just(confirm(draft.about(hearing.words())));
        };
    }

    private Mono<Turn> locate(Hearing hearing, Draft draft, String words) {
        return homes.of(hearing.origin().sender()).map(home -> {
            Optional<Place> context = draft.place().or(() -> home);
            return switch (places.resolve(words, context)) {
                case PlaceFinding.Missing missing ->
                    context.map(place -> confirm(draft.at(place, true))).orElseGet(() -> askWhere(draft, 1));
                case PlaceFinding found -> located(draft, found, 1);
            };
        });
    }

    private Turn located(Draft draft, PlaceFinding finding, int asked) {
        return switch (finding) {
            case PlaceFinding.Exact(Place place) -> confirm(draft.at(place, true));
            case PlaceFinding.Partial(Place known, PlaceFinding.Part missing, String heard) ->
                switch (missing) {
                    case UNIT -> confirm(draft.at(known, true));
                    case BUILDING ->
                        asked > MOST_ASKS
                                ? confirm(draft.at(known, true))
                                : Turn.say(
                                        phrases.askBuilding(known, heard),
                                        new Step.AskedWhere(draft.at(known, false), asked),
                                        counted(Kind.ASKED_WHERE, draft));
                };
            case PlaceFinding.Ambiguous(List<Place> candidates) -> which(draft, candidates, asked);
            case PlaceFinding.Missing() -> askWhere(draft, asked);
        };
    }

    private Turn which(Draft draft, List<Place> candidates, int asked) {
        return candidates.size() > MOST_CHOICES
                ? Turn.say(
                        phrases.askCompound(candidates.getFirst().buildingName()),
                        new Step.AskedWhere(draft, asked),
                        counted(Kind.ASKED_WHERE, draft))
                : Turn.say(
                        phrases.whichPlace(candidates),
                        new Step.ChoosingPlace(draft, candidates),
                        counted(Kind.ASKED_WHERE, draft));
    }

    private Turn askWhere(Draft draft, int asked) {
        return Turn.say(
                asked == 1 ? phrases.askWhere(categoryName(draft)) : phrases.askWhereAgain(),
                new Step.AskedWhere(draft, asked),
                counted(Kind.ASKED_WHERE, draft));
    }

    /**
     * An answer to the question where. It is read together with what was said before, so that 幸福里 completes 3栋; what names no place
     * we know is kept in the resident's words for staff.
     */
    Mono<Turn> where(Hearing hearing, Draft draft, int asked) {
        return homes.of(hearing.origin().sender()).map(home -> {
            Optional<Place> context = draft.place().or(() -> home);
            PlaceFinding alone = places.resolve(hearing.words(), context);
            PlaceFinding finding = Stream.of(hearing.words() + "，" + draft.text(), draft.text() + "，" + hearing.words())
                    .map(together -> places.resolve(together, context))
                    .reduce(alone, Reporting::clearer);
            if (!(finding instanceof PlaceFinding.Missing)) {
                return located(draft, finding, asked + 1);
            }
            return draft.place()
                    .map(known -> confirm(draft.about(hearing.words()).at(known, true)))
                    .orElseGet(() ->
                            asked >= MOST_ASKS ? confirm(draft.inWords(hearing.words())) : askWhere(draft, asked + 1));
        });
    }

    /** Whichever says more of the place; the resident's last words where both say the same much. */
    private static PlaceFinding clearer(PlaceFinding alone, PlaceFinding together) {
        return clarity(together) > clarity(alone) ? together : alone;
    }

    private static int clarity(PlaceFinding finding) {
        return switch (finding) {
            case PlaceFinding.Exact exact -> 4;
            case PlaceFinding.Partial partial -> partial.missing() == PlaceFinding.Part.UNIT ? 3 : 2;
            case PlaceFinding.Ambiguous ambiguous -> 1;
            case PlaceFinding.Missing missing -> 0;
        };
    }

    /** 确认 while the place is asked: what is known of it is all there is. */
    Turn confirmAsFarAsKnown(Draft draft) {
        return draft.place().map(known -> confirm(draft.at(known, true))).orElseGet(() -> askWhere(draft, MOST_ASKS));
    }

    /** A place told by a door code or picked from a list. */
    Mono<Turn> placed(Hearing hearing, Place place) {
        Draft draft = Steps.draft(hearing.step()).orElseGet(() -> Draft.begun(hearing.now()));
        Draft there = draft.at(place, true);
        return Mono.just(
                there.text().isEmpty()
                        ? Turn.say(phrases.askWhatAt(place), new Step.AskedWhat(there), Kind.ASKED_WHAT)
                        : confirm(there));
    }

    /** A point on the map: good enough for the compound, the building is still asked. */
    Mono<Turn> located(Hearing hearing, double latitude, double longitude) {
        Optional<Place> near = places.nearest(latitude, longitude);
        if (near.isEmpty()) {
            return Mono.just(hearing.stay(phrases.farAway()));
        }
        Draft draft = Steps.draft(hearing.step()).orElseGet(() -> Draft.begun(hearing.now()));
        Draft there = draft.at(near.get(), false);
        return Mono.just(
                there.text().isEmpty()
                        ? Turn.say(phrases.askWhatAt(near.get()), new Step.AskedWhat(there), Kind.ASKED_WHAT)
                        : Turn.say(
                                phrases.askBuilding(near.get(), ""),
                                new Step.AskedWhere(there, 1),
                                counted(Kind.ASKED_WHERE, there)));
    }

    Turn back(Hearing hearing) {
        return switch (hearing.step()) {
            case Step.Confirming(Draft draft) -> askWhere(draft.nowhere(), 1);
            case Step.AskedWhere _, Step.ChoosingPlace _ -> askWhat(hearing);
            case Step.Idle _,
                    Step.ChoosingAnswer _,
                    Step.OfferedToRegister _,
                    Step.Answered _,
                    Step.AskedWhat _,
                    Step.ChoosingHome _,
                    Step.ChoosingRequest _,
                    Step.AskedWhereUrgently _,
                    Step.Reading _ -> Turn.say(phrases.menu());
        };
    }

    private Turn confirm(Draft draft) {
        return Turn.say(
                phrases.confirm(categoryName(draft), phrases.placeOf(draft), draft),
                new Step.Confirming(draft),
                counted(Kind.ASKED_TO_CONFIRM, draft));
    }

    Mono<Turn> submit(Hearing hearing, Draft draft) {
        return handover.submit(hearing, draft);
    }

    Turn cancel(Draft draft) {
        return handover.cancel(draft);
    }

    Mono<Turn> callStaff(Hearing hearing) {
        return handover.callStaff(hearing);
    }

    private String categoryName(Draft draft) {
        Classification matter = handover.matter(draft);
        return matter.isMatter() ? matter.category().name() : "";
    }

    private Outcome counted(Kind kind, Draft draft) {
        Classification matter = handover.matter(draft);
        return Outcome.of(kind, matter.isMatter() ? matter.category().group().code() : "");
    }
}
