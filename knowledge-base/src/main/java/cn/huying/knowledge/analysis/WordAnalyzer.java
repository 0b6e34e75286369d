package cn.huying.knowledge.analysis;

import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;

/** Words as a dictionary and a hidden Markov model see them (smartcn). Slower than pairs, but knows what belongs together. */
public final class WordAnalyzer extends Analyzer {
    private final Supplier<Tokenizer> tokenizer;

    public WordAnalyzer() {
        this(HMMChineseTokenizer::new);
    }

    private WordAnalyzer(Supplier<Tokenizer> tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** The same words, remembered: for the content's texts, which are indexed again with every edition. Without positions. */
    public static WordAnalyzer remembering() {
        return new WordAnalyzer(RememberedWords::new);
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(tokenizer.get());
    }
}
