package cn.huying.knowledge.law;

import cn.huying.knowledge.encode.CompactVector;
import cn.huying.knowledge.encode.Encoder;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.store.Directory;

/** The laws to be searched: by words, by meaning, or by everything there is. Safe for use by several threads. */
public final class LawLibrary implements Closeable {
    /** How deep each look goes. */
    private static final int DEPTH = 300;
    /** How deep the look into the customary laws goes. */
    private static final int CUSTOMARY_DEPTH = 100;

    private static final int MOST_CUSTOMARY = 12;

    private final ArticleSearch search;
    private final LawBook book;
    private final Encoder encoder;

    private LawLibrary(ArticleSearch search, LawBook book, Encoder encoder) {
        this.search = search;
        this.book = book;
        this.encoder = encoder;
    }

    /** @param articles the very list the index was written from */
    public static LawLibrary open(Directory directory, List<Article> articles, Encoder encoder) throws IOException {
        return new LawLibrary(ArticleSearch.open(directory), new LawBook(articles), encoder);
    }

    public List<Article> byWords(String question, int most) throws IOException {
        Evidence evidence = new Evidence(
                search.byTerms(ArticleIndex.WORDS, question, DEPTH),
                search.byTerms(ArticleIndex.PAIRS, question, DEPTH),
                Hits.NONE,
                Hits.NONE);
        int[] places = evidence.articles().stream().mapToInt(i -> i).toArray();
        double[] scores = Arrays.stream(places)
                .mapToDouble(article -> evidence.words(article) + evidence.pairs(article))
                .toArray();
        return articles(Hits.sorted(places, scores), most);
    }

    public List<Article> byMeaning(String question, int most) throws IOException {
        return articles(search.byMeaning(vector(question), DEPTH), most);
    }

    public List<Article> byEverything(String question, Ranking ranking, int most) throws IOException {
        return articles(candidates(question, ranking.custom()).ranked(ranking), most);
    }

    Candidates candidates(String question, LawCustom custom) throws IOException {
        byte[] vector = vector(question);
        Evidence evidence = new Evidence(
                search.byTerms(ArticleIndex.WORDS, question, DEPTH),
                search.byTerms(ArticleIndex.PAIRS, question, DEPTH),
                search.byMeaning(vector, DEPTH),
                search.byMeaning(vector, customary(custom), CUSTOMARY_DEPTH));
        return new CueReader(book, search.vectors(), evidence, vector).read(custom);
    }

    /** The laws questions turn to most. */
    private static Collection<String> customary(LawCustom custom) {
        return custom.mostAsked(MOST_CUSTOMARY);
    }

    List<Article> articles(Hits hits, int most) {
        return Arrays.stream(hits.first(most).articles())
                .mapToObj(book::article)
                .toList();
    }

    LawBook book() {
        return book;
    }

    private byte[] vector(String question) {
        return CompactVector.of(encoder.encode(question));
    }

    @Override
    public void close() throws IOException {
        search.close();
    }
}
