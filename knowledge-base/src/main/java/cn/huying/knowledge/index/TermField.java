package cn.huying.knowledge.index;

import cn.huying.knowledge.index.TextIndex.Text;
import java.io.IOException;
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
    private final Map<BytesRef, Postings> postings = new HashMap<>();

    /** The texts a term occurs in and what it weighs. */
    private record Postings(int[] texts, float weight) {}

    /** @param first the document of the first text */
    TermField(String name, Analyzer analyzer, IndexReader reader, List<Text> texts, int first) throws IOException {
        this.name = name;
        this.analyzer = analyzer;
        this.owners = texts.stream().mapToInt(Text::entry).toArray();
        this.selfScores = new float[texts.size()];
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(name);
            if (terms != null) {
                decode(terms.iterator(), leaf.docBase - first);
            }
        }
    }

    private void decode(TermsEnum terms, int offset) throws IOException {
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            float weight = weight(terms.docFreq());
            int[] texts = new int[terms.docFreq()];
            PostingsEnum docs = terms.postings(null, PostingsEnum.NONE);
            for (int i = 0; docs.nextDoc() != DocIdSetIterator.NO_MORE_DOCS; i++) {
                texts[i] = docs.docID() + offset;
                selfScores[texts[i]] += weight;
            }
            postings.put(BytesRef.deepCopyOf(term), new Postings(texts, weight));
        }
    }

    /** The distinct terms of a question, to be scored against any index that has this field. */
    Set<BytesRef> terms(String content) {
        return TermsOf.text(analyzer, name, content);
    }

    /** The best score of every entry that may be served, over all its texts. */
    EntryScores score(Set<BytesRef> terms, boolean[] mayServe) {
        float[] shared = new float[owners.length];
        float self = 0;
        for (BytesRef term : terms) {
            Postings found = postings.get(term);
            if (found == null) {
                self += weight(0);
            } else {
                self += found.weight();
                for (int text : found.texts()) {
                    shared[text] += found.weight();
                }
            }
        }
        return best(shared, self, mayServe);
    }

    private EntryScores best(float[] shared, float self, boolean[] mayServe) {
        EntryScores scores = new EntryScores(mayServe.length, self);
        for (int text = 0; text < shared.length; text++) {
            if (shared[text] > 0 && mayServe[owners[text]]) {
                scores.offer(owners[text], shared[text], selfScores[text]);
            }
        }
        return scores;
    }

    /** BM25's weight of a term in this many of the texts. */
    private float weight(int docFreq) {
        return (float) Math.log(1 + (owners.length - docFreq + 0.5) / (docFreq + 0.5));
    }
}
