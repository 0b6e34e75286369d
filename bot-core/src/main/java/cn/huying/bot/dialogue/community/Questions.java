package cn.huying.bot.dialogue.community;

import cn.huying.bot.dialogue.Draft;
import cn.huying.bot.dialogue.Outcome;
import cn.huying.bot.dialogue.Outcome.Kind;
import cn.huying.bot.dialogue.Step;
import cn.huying.bot.dialogue.Turn;
import cn.huying.bot.dialogue.community.matter.Matters;
import cn.huying.bot.dialogue.community.phrase.Phrases;
import cn.huying.bot.grid.place.Place;
import cn.huying.bot.grid.place.PlaceFinding;
import cn.huying.bot.taxonomy.Classification;
import java.util.List;

/** What is asked next about a matter that is being told, as far as its place is known, until everything is there to confirm. */
final class Questions {
    /** Asked this often without a usable answer, staff find out instead of asking on. */
    static final int MOST_ASKS = 2;

    /** More places than this are not read: the compound is asked instead. */
    private static final int MOST_CHOICES = 5;

    private final Matters matters;
    private final Phrases phrases;

    Questions(Matters matters, Phrases phrases) {
        this.matters = matters;
        this.phrases = phrases;
    }

    Turn located(Draft draft, PlaceFinding finding, int asked) {
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

    Turn which(Draft draft, List<Place> candidates, int asked) {
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

    Turn askWhere(Draft draft, int asked) {
        return Turn.say(
                asked == 1 ? phrases.askWhere(categoryName(draft)) : phrases.askWhereAgain(),
                new Step.AskedWhere(draft, asked),
                counted(Kind.ASKED_WHERE, draft));
    }

    /** Something is wrong, and neither what nor where was said. */
    Turn askMore(Draft draft) {
        return Turn.say(phrases.askMore(draft.text()), new Step.AskedWhat(draft), counted(Kind.ASKED_WHAT, draft));
    }

    /** Where is known now; what it is still is not. */
    Turn askMoreAt(Draft draft) {
        return Turn.say(
                phrases.askMoreAt(phrases.placeOf(draft), draft.text()),
                new Step.AskedWhat(draft),
                counted(Kind.ASKED_WHAT, draft));
    }

    Turn confirm(Draft draft) {
        return Turn.say(
                phrases.confirm(categoryName(draft), phrases.placeOf(draft), draft),
                new Step.Confirming(draft),
                counted(Kind.ASKED_TO_CONFIRM, draft));
    }

    private String categoryName(Draft draft) {
        Classification matter = matters.about(draft);
        return matter.isMatter() ? matter.category().name() : "";
    }

    Outcome counted(Kind kind, Draft draft) {
        Classification matter = matters.about(draft);
        return Outcome.of(kind, matter.isMatter() ? matter.category().group().code() : "");
    }
}
