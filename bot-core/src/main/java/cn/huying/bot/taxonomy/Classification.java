package cn.huying.bot.taxonomy;

import cn.huying.bot.taxonomy.reading.LexiconClassifier;
import java.util.ArrayList;
import java.util.List;

/**
 * What a text is about, as far as its words tell.
 *
 * @param category the best category; {@code OTH99} when the text describes no matter
 * @param confidence from 0 (no word of any category) to 1; how often a choice with this figure is right, see {@link LexiconClassifier}
 * @param nature what the resident wants
 * @param reasons the words that decided, as the taxonomy file writes them; staff see them, logs do not
 * @param alternatives the next best categories, best first, at most {@value #MAX_ALTERNATIVES}
 */
public record Classification(
        Category category, double confidence, Nature nature, List<String> reasons, List<Category> alternatives) {
    public static final int MAX_ALTERNATIVES = 2;

    public Classification {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence outside [0,1]: " + confidence);
        }
        reasons = List.copyOf(reasons);
        alternatives = List.copyOf(alternatives);
    }

    /** The answer for chit-chat and for texts in which no category's words occur. */
    public static Classification none(Category other, Nature nature) {
        return new Classification(other, 0, nature, List.of(), List.of());
    }

    /** Whether the text describes a matter at all, be it a question or a report; {@link #nature()} tells which of the two. */
    public boolean isMatter() {
        return confidence > 0;
    }

    /** What to offer the resident, best first, at most three; empty when the text describes no matter. */
    public List<Category> suggestions() {
        if (!isMatter()) {
            return List.of();
        }
        List<Category> suggestions = new ArrayList<>();
        suggestions.add(category);
        suggestions.addAll(alternatives);
        return List.copyOf(suggestions);
    }
}
