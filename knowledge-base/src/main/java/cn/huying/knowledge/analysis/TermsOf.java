package cn.huying.knowledge.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.util.BytesRef;

/** The terms an analyzer sees in a text. */
public final class TermsOf {
    private TermsOf() {}

    /** The distinct ones, in their order. */
    public static Set<String> text(Analyzer analyzer, String field, String text) {
        Set<String> terms = new LinkedHashSet<>();
        each(analyzer, field, text, term -> terms.add(term.utf8ToString()));
        return terms;
    }

    /** Every one, as often as it comes; valid until the next. */
    public static void each(Analyzer analyzer, String field, String text, Consumer<BytesRef> seen) {
        try (TokenStream tokens = analyzer.tokenStream(field, text)) {
            TermToBytesRefAttribute term = tokens.getAttribute(TermToBytesRefAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                seen.accept(term.getBytesRef());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string", e);
        }
    }
}
