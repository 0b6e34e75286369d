package cn.huying.knowledge.law;

import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.analysis.TermsOf;
import cn.huying.knowledge.encode.CompactVector;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;

/** Looks articles up by one kind of evidence at a time. Safe for use by several threads. */
final class ArticleSearch implements Closeable {
    /** A longer question is a story; its first part says what about. */
    private static final int LONGEST = 600;
    /** A term in more than this share of the articles tells nothing apart and costs the most. */
    private static final double TOO_COMMON = 0.25;

    private final DirectoryReader reader;
    private final LeafReader leaf;
    private final IndexSearcher searcher;
    private final Analyzer analyzer = ArticleIndex.analyzer();

    private ArticleSearch(DirectoryReader reader) {
        this.reader = reader;
        this.leaf = reader.leaves().getFirst().reader();
        this.searcher = new IndexSearcher(reader);
        searcher.setSimilarity(ArticleIndex.SIMILARITY);
        searcher.setQueryCache(null);
    }

    /** @throws IOException also when it is not an index in one segment */
    static ArticleSearch open(Directory directory) throws IOException {
        DirectoryReader reader = DirectoryReader.open(directory);
        if (reader.leaves().size() != 1) {
            reader.close();
            throw new IOException("an index of articles has one segment");
        }
        return new ArticleSearch(reader);
    }

    Hits byTerms(String field, String question, int most) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (Telling term : telling(field, question)) {
            if (term.articles() > 0) {
                query.add(new BoostQuery(new TermQuery(term.term()), term.times()), BooleanClause.Occur.SHOULD);
            }
        }
        return search(query.build(), most);
    }

    /** A term that tells articles apart: how often the question has it, and how many articles do. */
    private record Telling(Term term, int times, int articles) {}

    private List<Telling> telling(String field, String question) throws IOException {
        List<Telling> telling = new ArrayList<>();
        for (Map.Entry<String, Integer> counted : counted(field, question).entrySet()) {
            Term term = new Term(field, counted.getKey());
            int articles = reader.docFreq(term);
            if (articles < TOO_COMMON * reader.maxDoc()) {
                telling.add(new Telling(term, counted.getValue(), articles));
            }
        }
        return telling;
    }

    private Map<String, Integer> counted(String field, String question) {
        String text = PlainText.folded(question.length() > LONGEST ? question.substring(0, LONGEST) : question);
        Map<String, Integer> counted = new HashMap<>();
        TermsOf.each(analyzer, field, text, seen -> {
            String term = seen.utf8ToString();
            if (counted.size() < IndexSearcher.getMaxClauseCount() && Character.isLetterOrDigit(term.charAt(0))) {
                counted.merge(term, 1, Integer::sum);
            }
        });
        return counted;
    }

    Hits byMeaning(byte[] vector, int most) throws IOException {
        return exactly(search(new KnnByteVectorQuery(ArticleIndex.MEANING, vector, most), most), vector);
    }

    /** The same among some laws only. */
    Hits byMeaning(byte[] vector, Collection<String> laws, int most) throws IOException {
        if (laws.isEmpty()) {
            return Hits.NONE;
        }
        List<BytesRef> names = laws.stream().map(BytesRef::new).toList();
        Query within = new TermInSetQuery(ArticleIndex.LAW, names);
        return exactly(search(new KnnByteVectorQuery(ArticleIndex.MEANING, vector, most, within), most), vector);
    }

    private Hits exactly(Hits hits, byte[] vector) throws IOException {
        Vectors vectors = vectors();
        float[] scores = new float[hits.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = CompactVector.likeness(vector, vectors.of(hits.articles()[i]));
        }
        return new Hits(hits.articles(), scores);
    }

    private Hits search(Query query, int most) throws IOException {
        ScoreDoc[] found = searcher.search(query, most).scoreDocs;
        int[] articles = new int[found.length];
        float[] scores = new float[found.length];
        for (int i = 0; i < found.length; i++) {
            articles[i] = found[i].doc;
            scores[i] = found[i].score;
        }
        return new Hits(articles, scores);
    }

    /** What a text would get that had all these terms: the measure of {@link #byTerms}. */
    double whole(String field, String question) throws IOException {
        double whole = 0;
        for (Telling term : telling(field, question)) {
            int articles = term.articles();
            whole += term.times() * Math.log(1 + (reader.maxDoc() - articles + 0.5) / (articles + 0.5));
        }
        return whole;
    }

    LawBook book() throws IOException {
        return LawBook.read(leaf);
    }

    /** The vectors of the index, for one thread. */
    Vectors vectors() throws IOException {
        ByteVectorValues values = leaf.getByteVectorValues(ArticleIndex.MEANING);
        if (values == null || values.size() != reader.maxDoc()) {
            throw new IOException("an article without a vector");
        }
        return article -> values.vectorValue(article);
    }

    /** A vector by the place of its article; valid until the next one is read. */
    @FunctionalInterface
    interface Vectors {
        byte[] of(int article) throws IOException;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
