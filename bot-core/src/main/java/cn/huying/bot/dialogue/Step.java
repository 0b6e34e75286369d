package cn.huying.bot.dialogue;

import cn.huying.bot.grid.place.Place;
import java.time.Instant;
import java.util.List;

/**
 * Where a conversation stands: what the bot last asked, and therefore how the next message is to be read. Prints how long the resident's words
 * are, never the words.
 */
public sealed interface Step {
    /** Nothing is open. */
    record Idle() implements Step {}

    /** Up to three questions were offered; a number picks one. The words are kept in case none fits and the matter is to be registered. */
    record ChoosingAnswer(List<String> entries, String words) implements Step {
        @Override
        public String toString() {
            return "ChoosingAnswer" + entries + hidden(words);
        }
    }

    /** Registering was offered for these words. */
    record OfferedToRegister(String words) implements Step {
        @Override
        public String toString() {
            return "OfferedToRegister" + hidden(words);
        }
    }

    /**
     * An entry picked from a list was the answer, or the answer did not solve it; what is said of it next is meant for that entry.
     *
     * @param words what was asked
     * @param offered whether registering was offered
     * @param at when it was answered: what is said long after is about something else
     */
    record Answered(String entry, String words, boolean offered, Instant at) implements Step {
        @Override
        public String toString() {
            return "Answered[" + entry + ", " + offered + ']' + hidden(words);
        }
    }

    /** The matter is still missing. */
    record AskedWhat(Draft draft) implements Step {}

    /** The place is still missing, or known only in part. @param asked how often it was asked for */
    record AskedWhere(Draft draft, int asked) implements Step {}

    /** Several places fit; a number picks one. */
    record ChoosingPlace(Draft draft, List<Place> places) implements Step {}

    /** Everything is there; waits for 确认. */
    record Confirming(Draft draft) implements Step {}

    /** Several homes fit; a number picks one. */
    record ChoosingHome(List<Place> places) implements Step {}

    /** Several requests made before fit what was wished; a number picks one. The words go along with it. */
    record ChoosingRequest(List<String> requests, Wish wish, String words) implements Step {
        @Override
        public String toString() {
            return "ChoosingRequest[" + wish + ' ' + requests + ']' + hidden(words);
        }
    }

    /** An emergency was alerted without an exact place; whatever comes next is first read as the place. */
    record AskedWhereUrgently(String request) implements Step {}

    /**
     * Something else is told, or waits for a choice, while the place of an alert is not known. It is asked for again when that is done.
     *
     * @param open what is open beside the alert, never another alert
     */
    record BesideAnAlarm(String request, Step open) implements Step {}

    /** Taking this request back was asked for; waits for 确认, and not for long. @param asked when */
    record Withdrawing(String request, Instant asked) implements Step {}

    /** This request is to be somewhere else; waits for the place, and not for long. @param asked when */
    record Moving(String request, Instant asked) implements Step {}

    /** A long answer was cut; 继续 gives the rest. */
    record Reading(String rest) implements Step {
        @Override
        public String toString() {
            return "Reading" + hidden(rest);
        }
    }

    private static String hidden(String words) {
        return "[" + words.length() + " characters]";
    }
}
