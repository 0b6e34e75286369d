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
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/**
 * Writes articles into one Lucene index of one segment, in their order, so that a document's number is its article's place in the list. The texts
 * are in it as well: nothing of them is kept in memory.
 */
public final class ArticleIndex {
    static final String WORDS = "words";
    static final String PAIRS = "pairs";
    static final String MEANING = "meaning";
    static final String LAW = "law";
    /** As they are read back: which law by its place, how long the text is, and the article itself. */
    static final String LAW_OF = "law-of";

    static final String LENGTH = "length";
    static final String ID = "id";
    static final String NUMBER = "number";
    static final String TEXT = "text";
    static final Similarity SIMILARITY = new BM25Similarity();
    private static final double BUFFER_MIB = 192;

    private ArticleIndex() {}

    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(new WordAnalyzer(), Map.of(PAIRS, PairAnalyzer.ofPairsOnly()));
    }

    /** @param vectors one for each article, see {@link CompactVector} */
    public static void write(List<Article> articles, List<byte[]> vectors, Directory directory) throws IOException {
        write(articles, vectors, directory, Map.of());
    }

    /** @param label goes into the user data of the commit */
    public static void write(
            List<Article> articles, List<byte[]> vectors, Directory directory, Map<String, String> label)
            throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(analyzer());
        config.setSimilarity(SIMILARITY).setRAMBufferSizeMB(BUFFER_MIB).setUseCompoundFile(false);
        // Merges neighbours only; any other would mix up the order.
        config.setMergePolicy(new LogDocMergePolicy());
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (int i = 0; i < articles.size(); i++) {
                writer.addDocument(document(articles.get(i), vectors.get(i)));
            }
            writer.forceMerge(1);
            writer.setLiveCommitData(label.entrySet());
        }
    }

    private static Document document(Article article, byte[] vector) {
        String text = PlainText.folded(article.text());
        Document document = new Document();
        document.add(new TextField(WORDS, text, Field.Store.NO));
        document.add(new TextField(PAIRS, text, Field.Store.NO));
        document.add(new StringField(LAW, article.law(), Field.Store.NO));
        document.add(new SortedDocValuesField(LAW_OF, new BytesRef(article.law())));
        document.add(new NumericDocValuesField(LENGTH, article.text().length()));
        document.add(new StoredField(ID, article.id()));
        document.add(new StoredField(NUMBER, article.number()));
        document.add(new StoredField(TEXT, article.text()));
        document.add(new KnnByteVectorField(MEANING, vector, VectorSimilarityFunction.DOT_PRODUCT));
        return document;
    }
}
