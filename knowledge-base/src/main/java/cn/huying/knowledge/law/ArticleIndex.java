package cn.huying.knowledge.law;

import cn.huying.knowledge.analysis.PairAnalyzer;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.analysis.WordAnalyzer;
import cn.huying.knowledge.encode.CompactVector;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;

/** Writes articles into one Lucene index of one segment, in their order, so that a document's number is its article's place in the list. */
public final class ArticleIndex {
    static final String WORDS = "words";
    static final String PAIRS = "pairs";
    static final String MEANING = "meaning";
    static final String LAW = "law";
    static final Similarity SIMILARITY = new BM25Similarity();
    private static final double BUFFER_MIB = 192;

    private ArticleIndex() {}

    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(new WordAnalyzer(), Map.of(PAIRS, PairAnalyzer.ofPairsOnly()));
    }

    /** @param vectors one for each article, see {@link CompactVector} */
    public static void write(List<Article> articles, List<byte[]> vectors, Directory directory) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(analyzer());
        config.setSimilarity(SIMILARITY).setRAMBufferSizeMB(BUFFER_MIB).setUseCompoundFile(false);
        // Merges neighbours only; any other would mix up the order.
        config.setMergePolicy(new LogDocMergePolicy());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < articles.size(); i++) {
                writer.addDocument(document(articles.get(i), vectors.get(i)));
            }
            writer.forceMerge(1);
        }
    }

    private static Document document(Article article, byte[] vector) {
        String text = PlainText.folded(article.text());
        Document document = new Document();
        document.add(new TextField(WORDS, text, Field.Store.NO));
        document.add(new TextField(PAIRS, text, Field.Store.NO));
        document.add(new StringField(LAW, article.law(), Field.Store.NO));
        document.add(new KnnByteVectorField(MEANING, vector, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }
}
