package cn.huying.knowledge.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Where the words of the dictionary begin and end in a text. Told only when somebody asks. For one thread. */
final class WordBounds {
    private static final Analyzer WORDS = new WordAnalyzer();

    private final String text;
    private final BitSet bounds = new BitSet();
    private boolean told;

    WordBounds(String text) {
        this.text = text;
    }

    /** Whether a phrase may be put here: no word of the dictionary is cut, and two characters are no word themselves. */
    boolean allow(int from, int length) {
        if (!told) {
            tell();
            told = true;
        }
        boolean uncut = bounds.get(from) && bounds.get(from + length);
        return uncut && (length > 2 || bounds.get(from + 1));
    }

    private void tell() {
        bounds.set(text.length());
        try (TokenStream words = WORDS.tokenStream("", text)) {
            OffsetAttribute word = words.getAttribute(OffsetAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                bounds.set(word.startOffset());
                bounds.set(word.endOffset());
            }
            words.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory", e);
        }
    }
}
