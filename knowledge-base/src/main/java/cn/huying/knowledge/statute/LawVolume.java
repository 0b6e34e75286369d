package cn.huying.knowledge.statute;

import cn.huying.knowledge.analysis.PairAnalyzer;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.analysis.TermsOf;
import cn.huying.knowledge.analysis.WordAnalyzer;
import cn.huying.knowledge.encode.Encoder;
import cn.huying.knowledge.law.Article;
import cn.huying.knowledge.law.ArticleIndex;
import cn.huying.knowledge.law.LawLibrary;
import cn.huying.knowledge.shelf.Fingerprint;
import cn.huying.knowledge.shelf.Volume;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Version;

/**
 * The index of some laws.
 *
 * @param ids of the laws in it; an id names the whole text, so nothing of the texts has to be read to know whether the index is the right one
 * @param work makes what is to be written, when it comes to that
 */
record LawVolume(List<String> ids, Encoder encoder, Work work) implements Volume<LawLibrary> {
    /** To be raised when an index is made differently of the same texts. */
    private static final int FORM = 1;

    /** What the analysis makes of this tells whether it is still the one the index was made with. */
    private static final String PROBE = "承租人应当按照约定的期限支付租金；租赁期限届满，出租人应当返还押金。業主大會";

    /** @param vectors one for each article */
    record Texts(List<Article> articles, List<byte[]> vectors) {}

    @FunctionalInterface
    interface Work {
        Texts done() throws IOException;
    }

    @Override
    public String fingerprint() {
        Fingerprint print = new Fingerprint().add(Version.LATEST.toString()).add(FORM);
        try (WordAnalyzer words = new WordAnalyzer();
                PairAnalyzer pairs = PairAnalyzer.ofPairsOnly()) {
            addTerms(words, print);
            addTerms(pairs, print);
        }
        ids.forEach(print::add);
        return print.finish();
    }

    private static void addTerms(Analyzer analyzer, Fingerprint print) {
        TermsOf.each(analyzer, "probe", PlainText.folded(PROBE), term -> print.add(term.utf8ToString()));
    }

    @Override
    public void write(Directory directory, Map<String, String> label) throws IOException {
        Texts texts = work.done();
        ArticleIndex.write(texts.articles(), texts.vectors(), directory, label);
    }

    @Override
    public LawLibrary read(Directory directory) throws IOException {
        return LawLibrary.open(directory, encoder);
    }
}
