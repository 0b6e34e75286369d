package cn.huying.knowledge.index;

import cn.huying.knowledge.analysis.PairAnalyzer;
import cn.huying.knowledge.analysis.SoundText;
import cn.huying.knowledge.analysis.WordAnalyzer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/** A Lucene index over texts of entries, in one segment and in order, so that a document's number is its text's place in the list. */
record TextIndex(TermField pairs, TermField words, TermField sounds) {
    private static final String PAIRS = "pairs";
    private static final String WORDS = "words";
    private static final String SOUNDS = "sounds";
    private static final FieldType TERMS_ONLY = termsOnly();

    /** A text and the entry it belongs to. */
    record Text(int entry, String content) {}

    static TextIndex of(List<Text> texts) throws IOException {
        Analyzer pairs = new PairAnalyzer();
        Analyzer words = new WordAnalyzer();
        try (Directory directory = new ByteBuffersDirectory()) {
            write(texts, new PerFieldAnalyzerWrapper(pairs, Map.of(WORDS, WordAnalyzer.remembering())), directory);
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                return new TextIndex(
                        new TermField(PAIRS, pairs, reader, texts),
                        new TermField(WORDS, words, reader, texts),
                        new TermField(SOUNDS, pairs, reader, texts));
            }
        }
    }

    private static void write(List<Text> texts, Analyzer analyzer, Directory directory) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (Text text : texts) {
                Document document = new Document();
                document.add(new Field(PAIRS, text.content(), TERMS_ONLY));
                document.add(new Field(WORDS, text.content(), TERMS_ONLY));
                document.add(new Field(SOUNDS, SoundText.of(text.content()), TERMS_ONLY));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
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
