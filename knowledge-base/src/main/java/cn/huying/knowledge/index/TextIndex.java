package cn.huying.knowledge.index;

import cn.huying.knowledge.analysis.PairAnalyzer;
import cn.huying.knowledge.analysis.TermsOf;
import cn.huying.knowledge.analysis.WordAnalyzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;

/** Texts of one kind in a Lucene index, and what their terms say, decoded. A text's document has its place among the texts of its kind. */
record TextIndex(TermField pairs, TermField words) {
    private static final String PAIRS = "-pairs";
    private static final String WORDS = "-words";
    private static final FieldType TERMS_ONLY = termsOnly();
    private static final Analyzer BY_PAIRS = new PairAnalyzer();
    private static final Analyzer BY_WORDS = new WordAnalyzer();
    /** The content's texts come again with every edition. */
    private static final Analyzer CONTENT_BY_WORDS = WordAnalyzer.remembering();

    /** A text and the entry it belongs to. */
    record Text(int entry, String content) {}

    /** For writing the fields of every kind. */
    static Analyzer analyzer() {
        return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return field.endsWith(WORDS) ? CONTENT_BY_WORDS : BY_PAIRS;
            }
        };
    }

    static void write(String kind, List<Text> texts, IndexWriter writer) throws IOException {
        for (Text text : texts) {
            Document document = new Document();
            document.add(new Field(kind + PAIRS, text.content(), TERMS_ONLY));
            document.add(new Field(kind + WORDS, text.content(), TERMS_ONLY));
            writer.addDocument(document);
        }
    }

    /** Everything the analysis makes of a text, told by its kind. */
    static List<String> terms(Analyzer analyzer, String content) {
        List<String> terms = new ArrayList<>();
        for (String field : List.of(PAIRS, WORDS)) {
            TermsOf.text(analyzer, field, content).forEach(term -> terms.add(field + term));
        }
        return terms;
    }

    /** @param first the document of the first of the texts */
    static TextIndex read(String kind, List<Text> texts, IndexReader reader, int first) throws IOException {
        return new TextIndex(
                new TermField(kind + PAIRS, BY_PAIRS, reader, texts, first),
                new TermField(kind + WORDS, BY_WORDS, reader, texts, first));
    }

    private static FieldType termsOnly() {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
