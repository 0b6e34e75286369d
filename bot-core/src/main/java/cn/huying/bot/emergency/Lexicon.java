package cn.huying.bot.emergency;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code config/emergency.yml} says, read and checked.
 *
 * @param story a message of more characters tells a story: only its first and last clause and those that say now are listened to
 * @param misspellings what stands for an often mistyped word, of the same length
 * @param emoji the word each code point stands for: 🔥 is 火焰
 * @param harmless phrases that contain a danger's words and mean none: 煤气费
 * @param notNow words that put a clause into the past, into a supposition or into a lesson
 * @param now words that make a clause present whatever else it says
 */
record Lexicon(
        int story,
        Map<String, String> misspellings,
        Map<Integer, String> emoji,
        Set<String> harmless,
        Set<String> notNow,
        Set<String> now,
        List<Alarm> alarms) {
    /**
     * What sets off one emergency.
     *
     * @param alone words that mean it only where they are the whole message: 110
     * @param notNow further words that quiet this one alone
     */
    record Alarm(
            Emergency emergency,
            Set<String> phrases,
            Set<String> alone,
            List<Combination> combinations,
            Set<String> notNow) {}

    /** One word of each side, in either order, at most so many characters between them. */
    record Combination(Set<String> one, Set<String> other, int within) {}
}
