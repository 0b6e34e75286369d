package cn.huying.bot.dialogue;

import cn.huying.bot.grid.place.Place;
import cn.huying.knowledge.load.Characters;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A request being collected in the conversation. Kept with the conversation, so it survives restarts; forgotten after a day.
 *
 * @param text the matter in the resident's words, empty until said
 * @param place where it is, as far as the words told
 * @param placeWords the resident's words for a place we do not know, empty otherwise
 * @param placeSettled the place is as good as it gets: exact, or asked for and answered
 * @param also a second matter that was told in the same breath and waits for its turn, empty mostly
 * @param category the code of the category it comes under whatever its words sound like, empty mostly
 */
public record Draft(
        String text,
        Optional<Place> place,
        String placeWords,
        boolean placeSettled,
        Instant startedAt,
        String also,
        String category) {
    public static final Duration KEPT = Duration.ofHours(24);

    /** Two messages of a resident about one matter are joined up to here; more is for the worker to ask. */
    public static final int LONGEST_TEXT = 2_000;

    public Draft(String text, Optional<Place> place, String placeWords, boolean placeSettled, Instant startedAt) {
        this(text, place, placeWords, placeSettled, startedAt, "");
    }

    public Draft(
            String text,
            Optional<Place> place,
            String placeWords,
            boolean placeSettled,
            Instant startedAt,
            String also) {
        this(text, place, placeWords, placeSettled, startedAt, also, "");
    }

    public static Draft begun(Instant at) {
        return new Draft("", Optional.empty(), "", false, at);
    }

    public Draft about(String words) {
        return new Draft(joined(text, words), place, placeWords, placeSettled, startedAt, also, category);
    }

    private static String joined(String before, String words) {
        String said = words.strip();
        String all = before.isEmpty() || said.isEmpty() ? before + said : before + "；" + said;
        return Characters.cut(all, LONGEST_TEXT);
    }

    public Draft at(Place where, boolean settled) {
        return new Draft(text, Optional.of(where), "", settled, startedAt, also, category);
    }

    /** The place in words nobody could resolve: staff will find out. */
    public Draft inWords(String words) {
        return new Draft(
                text, Optional.empty(), Characters.cut(words.strip(), LONGEST_TEXT), true, startedAt, also, category);
    }

    public Draft nowhere() {
        return new Draft(text, Optional.empty(), "", false, startedAt, also, category);
    }

    /** Tells the matter anew; where it is stays. */
    public Draft untold() {
        return new Draft("", place, placeWords, placeSettled, startedAt, also);
    }

    public Draft withAlso(String secondMatter) {
        return new Draft(text, place, placeWords, placeSettled, startedAt, secondMatter, category);
    }

    /** With one matter more that waits for its turn. */
    public Draft andAlso(String matter) {
        return withAlso(joined(also, matter));
    }

    /** What the resident read about when it turned out to want doing. */
    public Draft under(String code) {
        return new Draft(text, place, placeWords, placeSettled, startedAt, also, code);
    }

    /** Both matters as one, for a person to sort out. */
    public Draft together() {
        return also.isEmpty() ? this : about(also).withAlso("");
    }

    public boolean expired(Instant now) {
        return now.isAfter(startedAt.plus(KEPT));
    }

    @Override
    public String toString() {
        return "Draft[%d characters, %s, settled %s, %s]".formatted(text.length(), place, placeSettled, startedAt);
    }
}
