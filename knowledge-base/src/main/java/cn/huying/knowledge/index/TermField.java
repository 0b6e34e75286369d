package cn.huying.knowledge.index;

import cn.huying.knowledge.analysis.TermsOf;
import cn.huying.knowledge.index.TextIndex.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * One field of a text index, its postings decoded once. What it says is the BM25 of the terms a question and a text share, against what the
 * question (coverage), or the question and the text (cosine), would score with themselves: 1 means the same terms, and a term nobody in the
 * index uses counts against the question in full. Frequencies and lengths are left out: in a sentence they say nothing.
 *
 * <p>Scored term by term over decoded postings, not by an IndexSearcher: for a few thousand short texts and some forty terms a question, building
 * weights, scorers and block readers took ten times as long as the scoring itself.
 */
final class TermField {
    private final String name;
    private final Analyzer analyzer;
    private final int[] owners;
    private final float[] selfScores;
    private final float[] middleLengths;
    private final Map<String, Postings> postings = new HashMap<>();

    private static final ThreadLocal<Shares> SHARES = ThreadLocal.withInitial(Shares::new);

    /**
     * What a question shares with each text, while it is scored; closed it is as good as new. Every thread has its own, as long as the longest
     * index it met: new ones for every question were the most that was allocated for it, and few of their places are touched.
     */
    private static final class Shares implements AutoCloseable {
        private float[] ofTexts = new float[0];
        private int[] touched = new int[0];
        private int found;

        static Shares clean(int texts) {
            Shares shares = SHARES.get();
            if (shares.ofTexts.length < texts) {
                shares.ofTexts = new float[texts];
                shares.touched = new int[texts];
            }
            return shares;
        }

        void add(int text, float weight) {
            if (ofTexts[text] == 0) {
                touched[found++] = text;
            }
            ofTexts[text] += weight;
        }

        @Override
        public void close() {
            for (int i = 0; i < found; i++) {
                ofTexts[touched[i]] = 0;
            }
            found = 0;
        }
    }

    /** The texts a term occurs in and what it weighs. */
    private record Postings(int[] texts, float weight) {}

    /** @param first the document of the first text */
    TermField(String name, Analyzer analyzer, IndexReader reader, List<Text> texts, int first) throws IOException {
        this(name, analyzer, texts);
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(name);
            if (terms != null) {
                decode(terms.iterator(), leaf.docBase - first);
            }
        }
        measureMiddles();
    }

    private TermField(String name, Analyzer analyzer, List<Text> texts) {
        this.name = name;
        this.analyzer = analyzer;
        this.owners = texts.stream().mapToInt(Text::entry).toArray();
        this.selfScores = new float[texts.size()];
        this.middleLengths = new float[Arrays.stream(owners).max().orElse(-1) + 1];
    }

    /** The same of a few texts that are kept nowhere: no index is written to be read again. */
    static TermField of(String name, Analyzer analyzer, List<Text> texts) {
        TermField field = new TermField(name, analyzer, texts);
        Map<String, List<Integer>> found = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            int text = i;
            field.terms(texts.get(i).content())
                    .forEach(term ->
                            found.computeIfAbsent(term, _ -> new ArrayList<>()).add(text));
        }
        found.forEach(
                (term, in) -> field.add(term, in.stream().mapToInt(text -> text).toArray()));
        field.measureMiddles();
        return field;
    }

    private void decode(TermsEnum terms, int offset) throws IOException {
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            int[] texts = new int[terms.docFreq()];
            PostingsEnum docs = terms.postings(null, PostingsEnum.NONE);
            for (int i = 0; docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS; i++) {
                texts[i] = docs.docID() + offset;
            }
            add(term.utf8ToString(), texts);
        }
    }

    private void add(String term, int[] texts) {
        float weight = weight(texts.length);
        for (int text : texts) {
            selfScores[text] += weight;
        }
        postings.put(term, new Postings(texts, weight));
    }

    /** By entry: how long the sum of its texts is, each of length 1. */
    private void measureMiddles() {
        float[] sums = new float[middleLengths.length];
        for (Postings found : postings.values()) {
            for (int text : found.texts()) {
                sums[owners[text]] += 1 / (float) Math.sqrt(selfScores[text]);
            }
            for (int text : found.texts()) {
                int entry = owners[text];
                middleLengths[entry] += found.weight() * sums[entry] * sums[entry];
                sums[entry] = 0;
            }
        }
        for (int entry = 0; entry < middleLengths.length; entry++) {
            middleLengths[entry] = (float) Math.sqrt(middleLengths[entry]);
        }
    }

    /** How alike the question and the middle of the entry's texts are, 0 to 1. */
    double middle(EntryScores scores, int entry) {
        return entry < middleLengths.length ? scores.middle(entry, middleLengths[entry]) : 0;
    }

    /** The distinct terms of a question, to be scored against any index that has this field. */
    Set<String> terms(String content) {
        return TermsOf.text(analyzer, name, content);
    }

    /** The best score of every entry that may be served, over all its texts. */
    EntryScores score(Set<String> terms, boolean[] mayServe) {
        try (Shares shares = Shares.clean(owners.length)) {
            float self = 0;
            for (String term : terms) {
                Postings in = postings.get(term);
                self += in == null ? weight(0) : in.weight();
                if (in != null) {
                    for (int text : in.texts()) {
                        shares.add(text, in.weight());
                    }
                }
            }
            return best(shares, self, mayServe);
        }
    }

    private EntryScores best(Shares shares, float self, boolean[] mayServe) {
        EntryScores scores = new EntryScores(mayServe.length, self);
        for (int i = 0; i < shares.found; i++) {
            int text = shares.touched[i];
            if (mayServe[owners[text]]) {
                scores.offer(owners[text], shares.ofTexts[text], selfScores[text]);
            }
        }
        return scores;
    }

    /** BM25's weight of a term in this many of the texts. */
    private float weight(int docFreq) {
        return (float) Math.log(1 + (owners.length - docFreq + 0.5) / (docFreq + 0.5));
    }
}
