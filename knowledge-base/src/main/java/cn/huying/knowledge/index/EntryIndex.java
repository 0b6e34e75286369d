package cn.huying.knowledge.index;

import cn.huying.knowledge.analysis.QuestionText;
import cn.huying.knowledge.faq.Answer;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.index.TextIndex.Text;
import cn.huying.knowledge.shelf.Fingerprint;
import cn.huying.knowledge.shelf.Volume;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Version;

/** What is known of the words of all entries: of their phrases one by one, and of each as a whole. */
record EntryIndex(TextIndex phrases, TextIndex wholes) {
    private static final String PHRASE = "phrase";
    private static final String WHOLE = "whole";

    /** The texts an index is made of, phrases before wholes, each in its order. */
    record Texts(List<Text> phrases, List<Text> wholes) implements Volume<EntryIndex> {
        /** As many texts are analysed to tell whether the analysis is still the one the index was made with. */
        private static final int PROBES = 40;

        static Texts of(List<Entry> entries, QuestionText questionText) {
            List<Text> phrases = new ArrayList<>();
            List<Text> wholes = new ArrayList<>();
            for (int entry = 0; entry < entries.size(); entry++) {
                for (String phrase : entries.get(entry).wording().phrases().toList()) {
                    phrases.add(new Text(entry, questionText.content(phrase)));
                }
                wholes.add(new Text(entry, questionText.contentOfAll(everything(entries.get(entry)))));
            }
            return new Texts(phrases, wholes);
        }

        /** Of the texts themselves, and of a sample of what the analysis makes of them: a new program may see other words in the same text. */
        @Override
        public String fingerprint() {
            Fingerprint print = new Fingerprint().add(Version.LATEST.toString());
            Analyzer analyzer = TextIndex.analyzer();
            int step = Math.max(1, phrases.size() / PROBES);
            for (int i = 0; i < phrases.size(); i++) {
                Text text = phrases.get(i);
                print.add(text.entry()).add(text.content());
                if (i % step == 0) {
                    TextIndex.terms(analyzer, text.content()).forEach(print::add);
                }
            }
            wholes.forEach(text -> print.add(text.entry()).add(text.content()));
            return print.finish();
        }

        @Override
        public void write(Directory directory, Map<String, String> label) throws IOException {
            IndexWriterConfig config = new IndexWriterConfig(TextIndex.analyzer());
            config.setMergePolicy(new LogDocMergePolicy());
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                TextIndex.write(PHRASE, phrases, writer);
                TextIndex.write(WHOLE, wholes, writer);
                writer.forceMerge(1);
                writer.setLiveCommitData(label.entrySet());
            }
        }

        @Override
        public EntryIndex read(Directory directory) throws IOException {
            try (DirectoryReader reader = DirectoryReader.open(directory)) {
                if (reader.maxDoc() != phrases.size() + wholes.size()) {
                    throw new CorruptIndexException("another number of texts", directory.toString());
                }
                return new EntryIndex(
                        TextIndex.read(PHRASE, phrases, reader, 0),
                        TextIndex.read(WHOLE, wholes, reader, phrases.size()));
            }
        }

        private static List<String> everything(Entry entry) {
            Answer answer = entry.answer();
            List<String> texts = new ArrayList<>(entry.wording().phrases().toList());
            texts.add(entry.topic());
            texts.add(answer.text());
            texts.addAll(answer.steps());
            return texts;
        }
    }
}
