package cn.huying.knowledge.shelf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;

/** A volume of words; what is read are the words, sorted. Counts how often it was written. */
class Words implements Volume<List<String>> {
    private final List<String> words;
    int written;

    Words(String... words) {
        this.words = List.of(words);
    }

    List<String> expected() {
        return words.stream().distinct().sorted().toList();
    }

    @Override
    public String fingerprint() {
        Fingerprint print = new Fingerprint();
        words.forEach(print::add);
        return print.finish();
    }

    @Override
    public void write(Directory directory, Map<String, String> label) throws IOException {
        written++;
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (String word : words) {
                Document document = new Document();
                document.add(new TextField("word", word, Field.Store.YES));
                writer.addDocument(document);
            }
            writer.setLiveCommitData(label.entrySet());
        }
    }

    @Override
    public List<String> read(Directory directory) throws IOException {
        List<String> read = new ArrayList<>();
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                TermsEnum terms = leaf.reader().terms("word").iterator();
                while (terms.next() != null) {
                    read.add(terms.term().utf8ToString());
                }
            }
        }
        return read;
    }
}
