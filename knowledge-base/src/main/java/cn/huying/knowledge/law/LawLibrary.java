package cn.huying.knowledge.law;

import cn.huying.knowledge.encode.CompactVector;
import cn.huying.knowledge.encode.Encoder;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /** The directory may be closed afterwards; what is mapped stays readable. */
    public static LawLibrary open(Directory directory, Encoder encoder) throws IOException {
        ArticleSearch search = ArticleSearch.open(directory);
        return new LawLibrary(search, search.book(), encoder);
    }

    public List<Article> byWords(String question, int most) throws IOException {
        return articles(rankedByWords(question), most);
    }

    private Hits rankedByWords(String question) throws IOException {
        Evidence evidence = new Evidence(
                search.byTerms(ArticleIndex.WORDS, question, DEPTH),
                search.byTerms(ArticleIndex.PAIRS, question, DEPTH),
                Hits.NONE,
                Hits.NONE);
        int[] places = evidence.articles().stream().mapToInt(i -> i).toArray();
        double[] scores = Arrays.stream(places)
                .mapToDouble(article -> evidence.words(article) + evidence.pairs(article))
                .toArray();
        return Hits.sorted(places, scores);
    }

    public List<Article> byMeaning(String question, int most) throws IOException {
        return articles(search.byMeaning(vector(question), DEPTH), most);
    }

    public List<Article> byEverything(String question, Ranking ranking, int most) throws IOException {
        return articles(candidates(question, ranking.custom()).ranked(ranking), most);
    }

    /** The articles nearest to a question by everything, and what tells how near they are. Empty where there are none. */
    public Optional<Near> near(String question, byte[] vector, Ranking ranking, int most) throws IOException {
        Evidence evidence = evidence(question, vector, ranking.custom());
        Hits ranked = new CueReader(book, search.vectors(), evidence, vector)
                .read(ranking.custom())
                .ranked(ranking);
        if (ranked.size() == 0) {
            return Optional.empty();
        }
        double[] figures = new Nearness(search, book).byEverything(question, vector, ranked);
        return Optional.of(new Near(articles(ranked, most), figures));
    }

    /** The same by words alone. */
    public Optional<Near> nearByWords(String question, int most) throws IOException {
        Hits ranked = rankedByWords(question);
        return ranked.size() == 0
                ? Optional.empty()
                : Optional.of(new Near(articles(ranked, most), new Nearness(search, book).byWords(question, ranked)));
    }

    /** @param figures see {@link Nearness} */
    public record Near(List<Article> articles, double[] figures) {}

    Candidates candidates(String question, LawCustom custom) throws IOException {
        byte[] vector = vector(question);
        return new CueReader(book, search.vectors(), evidence(question, vector, custom), vector).read(custom);
    }

    private Evidence evidence(String question, byte[] vector, LawCustom custom) throws IOException {
        return new Evidence(
                search.byTerms(ArticleIndex.WORDS, question, DEPTH),
                search.byTerms(ArticleIndex.PAIRS, question, DEPTH),
                search.byMeaning(vector, DEPTH),
                search.byMeaning(vector, customary(custom), CUSTOMARY_DEPTH));
    }

    /** The laws questions turn to most. */
    private static Collection<String> customary(LawCustom custom) {
        return custom.mostAsked(MOST_CUSTOMARY);
    }

    private List<Article> articles(Hits hits, int most) throws IOException {
        return book.articles(hits.first(most).articles());
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
