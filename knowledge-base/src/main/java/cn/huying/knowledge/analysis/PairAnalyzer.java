package cn.huying.knowledge.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Every ideograph is a term and every two neighbours are; Latin words and numbers stay whole. Needs no dictionary and never splits a name
 * wrongly.
 */
public final class PairAnalyzer extends Analyzer {
    private static final int ALL_SCRIPTS =
            CJKBigramFilter.HAN | CJKBigramFilter.HIRAGANA | CJKBigramFilter.KATAKANA | CJKBigramFilter.HANGUL;

    private final boolean singles;

    public PairAnalyzer() {
        this(true);
    }

    private PairAnalyzer(boolean singles) {
        this.singles = singles;
    }

    /** Without the single ideographs: for long texts, where single ones occur everywhere and cost most of the time. */
    public static PairAnalyzer ofPairsOnly() {
        return new PairAnalyzer(false);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer tokenizer = new StandardTokenizer();
        return new TokenStreamComponents(tokenizer, new CJKBigramFilter(tokenizer, ALL_SCRIPTS, singles));
    }
}
