package cn.huying.bot.intent;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads messages made of nothing but known phrases and what may stand round them; a single other word, and it is something else. The work is
 * bounded by the longest message it reads.
 */
final class Pieces<K extends Enum<K>> {
    private final Map<String, K> phrases;
    private final Set<String> fillers;
    private final Class<K> kind;
    private final int mostLetters;
    private final int longest;

    /** @param fillers what may stand round a phrase and changes nothing */
    Pieces(Class<K> kind, Map<String, K> phrases, Set<String> fillers, int mostLetters) {
        this.kind = kind;
        this.phrases = Map.copyOf(phrases);
        this.fillers = Set.copyOf(fillers);
        this.mostLetters = mostLetters;
        this.longest = Math.max(longest(phrases.keySet()), longest(fillers));
    }

    private static int longest(Set<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * What the phrases say; empty when there is none, or anything else.
     *
     * @param squeezed the message without spaces and punctuation
     */
    Optional<Set<K>> read(String squeezed) {
        int length = squeezed.length();
        if (length > mostLetters || length == 0) {
            return Optional.empty();
        }
        int[] ends = new int[length + 1];
        ends[length] = length;
        for (int at = length - 1; at >= 0; at--) {
            ends[at] = longestFrom(squeezed, at, ends);
        }
        Set<K> said = EnumSet.noneOf(kind);
        for (int at = 0; at < length && ends[at] > at; at = ends[at]) {
            K meant = phrases.get(squeezed.substring(at, ends[at]));
            if (meant != null) {
                said.add(meant);
            }
        }
        return ends[0] == 0 || said.isEmpty() ? Optional.empty() : Optional.of(said);
    }

    /** Where the longest piece ends after which everything else is pieces, too; 0 when there is none. */
    private int longestFrom(String text, int at, int[] ends) {
        for (int end = Math.min(text.length(), at + longest); end > at; end--) {
            if (ends[end] > 0) {
                String piece = text.substring(at, end);
                if (phrases.containsKey(piece) || fillers.contains(piece)) {
                    return end;
                }
            }
        }
        return 0;
    }
}
