package cn.huying.bot.dialogue;

import java.time.Duration;
import java.time.Instant;

/**
 * A request being collected in the conversation. Kept with the conversation, so it survives restarts; forgotten after a day.
 *
 * @param text the matter in the resident's words, empty until said
 * @param category the taxonomy code found in the words, empty until said
 * @param place where it is, empty until known: {@code compound/building/unit} with trailing parts missing
 * @param placeText the resident's own words for the place
 */
public record Draft(String text, String category, String place, String placeText, Instant startedAt) {
    public static final Duration KEPT = Duration.ofHours(24);

    public static Draft begun(Instant at) {
        return new Draft("", "", "", "", at);
    }

    public Draft about(String newText, String newCategory) {
        return new Draft(newText, newCategory, place, placeText, startedAt);
    }

    public Draft at(String newPlace, String newPlaceText) {
        return new Draft(text, category, newPlace, newPlaceText, startedAt);
    }

    public boolean expired(Instant now) {
        return now.isAfter(startedAt.plus(KEPT));
    }
}
