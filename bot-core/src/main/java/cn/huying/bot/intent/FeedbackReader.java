package cn.huying.bot.intent;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hears a verdict on an answer where nothing else is in the message: 谢谢有用, 还是没解决. Many of these words mean something else where
 * nothing was answered; whoever asks has to know that. Linear in the length of the message.
 */
final class FeedbackReader {
    private static final int LONGEST = 24;

    private final Map<String, Feedback> verdicts;
    private final Set<String> courtesies;
    private final int longest;

    /** @param courtesies what may stand round a verdict and changes nothing */
    FeedbackReader(Map<String, Feedback> verdicts, Set<String> courtesies) {
        this.verdicts = Map.copyOf(verdicts);
        this.courtesies = Set.copyOf(courtesies);
        this.longest = Math.max(longest(verdicts.keySet()), longest(courtesies));
    }

    private static int longest(Set<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }

    /** @param squeezed the message without spaces and punctuation */
    Optional<Feedback> read(String squeezed) {
        if (squeezed.length() > LONGEST) {
            return Optional.empty();
        }
        Set<Feedback> heard = EnumSet.noneOf(Feedback.class);
        int at = 0;
        while (at < squeezed.length()) {
            int end = longestFrom(squeezed, at);
            if (end == at) {
                return Optional.empty();
            }
            Feedback verdict = verdicts.get(squeezed.substring(at, end));
            if (verdict != null) {
                heard.add(verdict);
            }
            at = end;
        }
        return weightiest(heard);
    }

    /** Who says 没用，没解决 wants it solved; who says 有用 and something worse means the worse. */
    private static Optional<Feedback> weightiest(Set<Feedback> heard) {
        if (heard.contains(Feedback.UNSOLVED)) {
            return Optional.of(Feedback.UNSOLVED);
        }
        return heard.contains(Feedback.USELESS)
                ? Optional.of(Feedback.USELESS)
                : heard.stream().findFirst();
    }

    private int longestFrom(String text, int at) {
        for (int end = Math.min(text.length(), at + longest); end > at; end--) {
            String piece = text.substring(at, end);
            if (verdicts.containsKey(piece) || courtesies.contains(piece)) {
                return end;
            }
        }
        return at;
    }
}
