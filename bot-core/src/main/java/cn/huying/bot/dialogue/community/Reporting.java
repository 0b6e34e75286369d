package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Outcome.Kind;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.matter.Gist;
import cn.huying.bot.dialogue.community.matter.Matters;
import cn.huying.bot.dialogue.community.matter.Parting;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.grid.place.PlaceFinding;
import cn.huying.bot.grid.place.PlaceResolver;
import cn.huying.bot.intent.Corrections;
import cn.huying.bot.intent.Intent;
import cn.huying.bot.taxonomy.Classifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** From a resident's words to a registered request: asks only what is missing, has everything confirmed in one message, gives the number. */
public final class Reporting {
    private static final List<String> PLACE_WORDS = List.of("地址", "地点", "地方", "位置", "楼栋");

    private final Gist gist;
    private final PlaceResolver places;
    private final Homes homes;
    private final Handover handover;
    private final Matters matters;
    private final Parting parting;
    private final Questions questions;
    private final Phrases phrases;

    public Reporting(Classifier classifier, PlaceResolver places, Homes homes, Intake intake, Phrases phrases) {
        this.places = places;
        this.homes = homes;
        this.matters = new Matters(classifier, places, intake::category);
        this.parting = new Parting(classifier, matters);
        this.gist = new Gist(classifier, places, matters, parting);
        this.questions = new Questions(matters, phrases);
        this.handover = new Handover(matters, intake, phrases);
        this.phrases = phrases;
    }

    /** What words are about, before anything comes of them. */
    Gist gist() {
        return gist;
    }

    /** Nothing but a place was said, with nothing open: asks what is the matter there. Empty when the words name none, or several. */
    Optional<Turn> askWhatThere(Hearing hearing) {
        return places.resolve(hearing.words()).one().map(place -> askWhatThere(hearing, place));
    }

    private Turn askWhatThere(Hearing hearing, Place place) {
        Draft there = Draft.begun(hearing.now()).at(place, !place.buildingName().isEmpty());
        return Turn.say(phrases.askWhatThere(place), new Step.AskedWhat(there), Kind.ASKED_WHAT);
    }

    static boolean speaksOfPlace(String words) {
        return PLACE_WORDS.stream().anyMatch(words::contains);
    }

    /** 修改: the matter is told anew, the place stays; 改地址: the other way round. */
    Turn edit(Hearing hearing, Draft draft) {
        if (speaksOfPlace(hearing.words())) {
            return questions.askWhere(draft.nowhere(), 1);
        }
        return Turn.say(
                phrases.askWhatAgain(phrases.placeOf(draft)), new Step.AskedWhat(draft.untold()), Kind.ASKED_WHAT);
    }

    Turn askWhat(Hearing hearing) {
        return Turn.say(phrases.askWhat(), new Step.AskedWhat(Draft.begun(hearing.now())), Kind.ASKED_WHAT);
    }

    /** The resident told of something wrong; 坏了 alone tells neither what nor where. */
    Mono<Turn> hear(Hearing hearing) {
        String words = hearing.words();
        return matters.isBare(words)
                ? Mono.just(questions.askMore(Draft.begun(hearing.now()).about(words)))
                : begin(hearing, words);
    }

    /** What is to be registered, however little it tells. */
    Mono<Turn> begin(Hearing hearing, String words) {
        return begin(hearing, words, "");
    }

    /** @param category the code it comes under whatever the words sound like; empty when the words are to tell */
    Mono<Turn> begin(Hearing hearing, String words, String category) {
        Parting.Told told = parting.told(words);
        Draft draft = Draft.begun(hearing.now())
                .about(told.first())
                .withAlso(told.second())
                .under(category);
        return locate(hearing, draft, gist.namesPlace(told.first()) ? told.first() : words);
    }

    /** The matter that was asked for. */
    Mono<Turn> what(Hearing hearing, Draft draft) {
        Draft told = matters.told(draft, hearing.words());
        if (told.text().isEmpty()) {
            return Mono.just(askWhat(hearing));
        }
        if (matters.isStillBare(draft, told)) {
            Optional<Turn> more = whereKnown(hearing, told);
            if (more.isPresent()) {
                return Mono.just(more.get());
            }
        }
        boolean elsewhere = places.resolve(hearing.words()) instanceof PlaceFinding.Exact;
        return told.placeSettled() && !elsewhere
                ? Mono.just(questions.confirm(told))
                : locate(hearing, told, hearing.words());
    }

    /** 坏了, and then only where: what it is is asked once more. Empty where the place has to be asked first. */
    private Optional<Turn> whereKnown(Hearing hearing, Draft told) {
        return switch (places.resolve(hearing.words())) {
            case PlaceFinding.Exact(Place place) -> Optional.of(questions.askMoreAt(told.at(place, true)));
            case PlaceFinding.Partial(Place place, PlaceFinding.Part missing, String heard) ->
                Optional.of(questions.askMoreAt(told.at(place, missing == PlaceFinding.Part.UNIT)));
            case PlaceFinding.Ambiguous ambiguous -> Optional.empty();
            case PlaceFinding.Missing missing -> Optional.empty();
        };
    }

    /**
     * Another word before confirming: it may be the place, it may tell more of the matter, or of another one, which is kept for later. What
     * tells nothing is not written into a request.
     */
    Mono<Turn> more(Hearing hearing, Draft draft, Intent intent) {
        Optional<String> matter = matters.corrected(draft, hearing.words());
        if (matter.isPresent()) {
            return locate(hearing, draft.untold().about(matter.get()), matter.get());
        }
        if (matters.isAnother(draft, hearing.words(), intent)) {
            return Mono.just(questions.confirm(draft.andAlso(hearing.words())));
        }
        String right = Corrections.of(hearing.words()).orElse(hearing.words());
        PlaceFinding found = places.resolve(right, draft.place());
        if (found instanceof PlaceFinding.Exact(Place place)) {
            return Mono.just(questions.confirm(withDetail(draft, right).at(place, true)));
        }
        if (tellsNothing(intent)) {
            return Mono.just(hearing.stay(phrases.beforeTheDraft(phrases.notForADraft(), true)));
        }
        Draft told = found.one().isPresent() ? withDetail(draft, right) : draft.about(hearing.words());
        return Mono.just(questions.confirm(
                found instanceof PlaceFinding.Partial(Place place, PlaceFinding.Part missing, String heard)
                                && (missing == PlaceFinding.Part.UNIT
                                        || draft.place().isEmpty())
                        ? told.at(place, true)
                        : told));
    }

    /** 门口垃圾桶旁边 and 5楼 are in no tree; whoever goes there needs them. */
    private Draft withDetail(Draft draft, String where) {
        return places.isBeyond(where, draft.text()) ? draft.about(where) : draft;
    }

    /** A question, 不知道 and the like. */
    private static boolean tellsNothing(Intent intent) {
        return intent instanceof Intent.Unsure
                || intent instanceof Intent.Ask(String text, boolean trouble) && !trouble;
    }

    private Mono<Turn> locate(Hearing hearing, Draft draft, String words) {
        Mono<Optional<Place>> known = places.namesAll(words) ? Mono.just(draft.place()) : placeOrHome(hearing, draft);
        return known.map(context -> switch (places.resolve(words, context)) {
            case PlaceFinding.Missing missing ->
                context.map(place -> questions.confirm(draft.at(place, true)))
                        .orElseGet(() -> questions.askWhere(draft, 1));
            case PlaceFinding found -> questions.located(draft, found, 1);
        });
    }

    /**
     * An answer to the question where. It is read together with what was said before, so that 幸福里 completes 3栋; what names no place
     * we know is kept in the resident's words for staff. Whoever does not know is helped along.
     */
    Mono<Turn> where(Hearing hearing, Draft draft, int asked, Intent intent) {
        if (matters.isListed(hearing.words()) && matters.isAnother(draft, hearing.words(), intent)) {
            String also = matters.listedBehind(draft, hearing.words());
            return also.isEmpty()
                    ? Mono.just(questions.askWhere(draft.andAlso(hearing.words()), asked))
                    : where(before(hearing, also), draft.andAlso(also), asked, new Intent.Unclear(hearing.words()));
        }
        return placeOrHome(hearing, draft).map(context -> {
            boolean unknown =
                    tellsNothing(intent) && places.resolve(hearing.words(), context) instanceof PlaceFinding.Missing;
            PlaceFinding finding = unknown ? new PlaceFinding.Missing() : said(hearing.words(), draft, context);
            return finding instanceof PlaceFinding.Missing
                    ? nowhere(hearing, draft, asked, intent)
                    : questions.located(withDetail(draft, hearing.words()), finding, asked + 1);
        });
    }

    /** What fills in what words leave unsaid of a place. */
    private Mono<Optional<Place>> placeOrHome(Hearing hearing, Draft draft) {
        return draft.place().isPresent()
                ? Mono.just(draft.place())
                : homes.of(hearing.origin().sender());
    }

    private static Hearing before(Hearing hearing, String last) {
        return hearing.saying(hearing.words().substring(0, hearing.words().lastIndexOf(last)));
    }

    private PlaceFinding said(String words, Draft draft, Optional<Place> context) {
        PlaceFinding alone = places.resolve(words, context);
        return Stream.of(words + "，" + draft.text(), draft.text() + "，" + words)
                .map(together -> places.resolve(together, context))
                .reduce(alone, PlaceFinding::clearer);
    }

    /** The words name no place: they may say that nobody knows it, be about something else, or be a place in words of their own. */
    private Turn nowhere(Hearing hearing, Draft draft, int asked, Intent intent) {
        if (tellsNothing(intent)) {
            return draft.place()
                    .filter(known -> intent instanceof Intent.Unsure)
                    .map(known -> questions.confirm(draft.at(known, true)))
                    .orElseGet(() -> hearing.stay(phrases.askWhereUnsure()));
        }
        boolean another = matters.isAnother(draft, hearing.words(), intent);
        Draft told = another ? draft.andAlso(hearing.words()) : draft.about(hearing.words());
        boolean matter = !matters.about(draft).isMatter() && gist.isMatter(hearing.words());
        if (another || matter || draft.place().isPresent()) {
            return draft.place()
                    .map(known -> questions.confirm(told.at(known, true)))
                    .orElseGet(() -> questions.askWhere(told, asked));
        }
        if (intent instanceof Intent.Report && gist.isMatter(hearing.words())) {
            return questions.askWhere(told, Questions.MOST_ASKS);
        }
        return asked >= Questions.MOST_ASKS
                ? questions.confirm(draft.inWords(hearing.words()))
                : questions.askWhere(told, asked + 1);
    }

    /** 确认 while the place is asked: what is known of it is all there is. */
    Turn confirmAsFarAsKnown(Draft draft) {
        return draft.place()
                .map(known -> questions.confirm(draft.at(known, true)))
                .orElseGet(() -> questions.askWhere(draft, Questions.MOST_ASKS));
    }

    /** A place told by a door code or picked from a list. */
    Mono<Turn> placed(Hearing hearing, Place place) {
        Draft draft = Steps.draft(hearing.step()).orElseGet(() -> Draft.begun(hearing.now()));
        Draft there = draft.at(place, true);
        return Mono.just(
                there.text().isEmpty()
                        ? Turn.say(phrases.askWhatAt(place), new Step.AskedWhat(there), Kind.ASKED_WHAT)
                        : questions.confirm(there));
    }

    /** What is near a point on the map; empty away from here. */
    Optional<Place> near(double latitude, double longitude) {
        return places.nearest(latitude, longitude);
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
                                questions.counted(Kind.ASKED_WHERE, there)));
    }

    Turn back(Hearing hearing) {
        return switch (hearing.step()) {
            case Step.Confirming(Draft draft) -> questions.askWhere(draft.nowhere(), 1);
            case Step.AskedWhere _, Step.ChoosingPlace _ -> askWhat(hearing);
            case Step.Idle _,
                    Step.ChoosingAnswer _,
                    Step.OfferedToRegister _,
                    Step.Answered _,
                    Step.AskedWhat _,
                    Step.ChoosingHome _,
                    Step.ChoosingRequest _,
                    Step.AskedWhereUrgently _,
                    Step.BesideAnAlarm _,
                    Step.Withdrawing _,
                    Step.Moving _,
                    Step.Reading _ -> Turn.say(phrases.menu());
        };
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
}
