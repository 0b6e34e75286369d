package cn.huying.knowledge.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a question is about: the words that only make it a question or polite are taken out, and different words for one thing become the first
 * word of their group. Phrases of the index and questions of residents go through the same.
 */
public final class QuestionText {
    /** A question is short; whatever comes after this many characters is a story and would only dilute it. */
    private static final int LONGEST = 160;

    private final PhraseRewriter rewriter;

    /**
     * @param fillers words without a subject of their own: 请问, 怎么, 可以…
     * @param synonyms groups of words for one thing; the first stands for all
     */
    public QuestionText(Collection<String> fillers, Collection<List<String>> synonyms) {
        Map<String, String> rewritten = new HashMap<>();
        fillers.forEach(filler -> rewritten.put(spelt(filler), " "));
        for (List<String> group : synonyms) {
            String first = spelt(group.getFirst());
            group.stream().skip(1).forEach(word -> rewritten.put(spelt(word), first));
        }
        this.rewriter = new PhraseRewriter(rewritten);
    }

    /** What is left of the question for the index; blank where it was about nothing. */
    public String content(String raw) {
        return rewritten(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
    }

    /** The same for texts of our own, which are read to their end. */
    public String contentOfAll(Collection<String> texts) {
        return texts.stream().map(this::rewritten).collect(Collectors.joining(" "));
    }

    private String rewritten(String raw) {
        return rewriter.rewrite(spelt(raw));
    }

    private static String spelt(String raw) {
        return Numerals.inDigits(PlainText.folded(raw));
    }
}
