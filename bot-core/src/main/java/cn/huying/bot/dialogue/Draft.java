package cn.huying.bot.dialogue;

import cn.huying.bot.grid.Place;
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
 */
public record Draft(String text, Optional<Place> place, String placeWords, boolean placeSettled, Instant startedAt) {
    public static final Duration KEPT = Duration.ofHours(24);

    /** Two messages of a resident about one matter are joined up to here; more is for the worker to ask. */
    static final int LONGEST_TEXT = 2_000;

    static Draft begun(Instant at) {
        return new Draft("", Optional.empty(), "", false, at);
    }

    Draft about(String words) {
        String said = words.strip();
        String joined = text.isEmpty() ? said : said.isEmpty() ? text : text + "；" + said;
        return new Draft(cut(joined), place, placeWords, placeSettled, startedAt);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        boolean inside = Character.isLowSurrogate(text.charAt(LONGEST_TEXT));
        return text.substring(0, inside ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }

    Draft at(Place where, boolean settled) {
        return new Draft(text, Optional.of(where), "", settled, startedAt);
    }

    /** The place in words nobody could resolve: staff will find out. */
    Draft inWords(String words) {
        return new Draft(text, Optional.empty(), cut(words.strip()), true, startedAt);
    }

    Draft nowhere() {
        return new Draft(text, Optional.empty(), "", false, startedAt);
    }

    boolean expired(Instant now) {
        return now.isAfter(startedAt.plus(KEPT));
    }
}
