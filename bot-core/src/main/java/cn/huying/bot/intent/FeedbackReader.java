package cn.huying.bot.intent;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hears a verdict on an answer where nothing else is in the message: 谢谢有用, 还是没解决. Many of these words mean something else where
 * nothing was answered; whoever asks has to know that.
 */
final class FeedbackReader {
    private static final int LONGEST = 24;

    private final Pieces<Feedback> pieces;

    /** @param courtesies what may stand round a verdict and changes nothing */
    FeedbackReader(Map<String, Feedback> verdicts, Set<String> courtesies) {
        this.pieces = new Pieces<>(Feedback.class, verdicts, courtesies, LONGEST);
    }

    /** @param squeezed the message without spaces and punctuation */
    Optional<Feedback> read(String squeezed) {
        return pieces.read(squeezed).map(FeedbackReader::weightiest);
    }

    /** Who says 没用，没解决 wants it solved; who says 有用 and something worse means the worse. */
    private static Feedback weightiest(Set<Feedback> heard) {
        if (heard.contains(Feedback.UNSOLVED)) {
            return Feedback.UNSOLVED;
        }
        return heard.contains(Feedback.USELESS) ? Feedback.USELESS : Feedback.USEFUL;
    }
}
