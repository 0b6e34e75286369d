package cn.huying.api.bench.retrieval;

import cn.huying.knowledge.encode.SentenceModel;
import cn.huying.knowledge.encode.VectorFile;
import cn.huying.knowledge.encode.VectorWork;
import cn.huying.knowledge.evaluate.RankFigures;
import cn.huying.knowledge.law.Article;
import cn.huying.knowledge.law.ArticleIndex;
import cn.huying.knowledge.law.JudgedQuestion;
import cn.huying.knowledge.law.LawLibrary;
import cn.huying.knowledge.law.Ranking;
import cn.huying.knowledge.law.RankingFile;
import cn.huying.knowledge.law.RankingFile.Fitted;
import cn.huying.knowledge.law.RankingLesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/** Builds the index, asks every question in every way, and fits the ranking where asked to. */
public final class RetrievalRun implements AutoCloseable {
    /** As deep as the figures look. */
    private static final int DEPTH = 100;

    private static final int PARTS = 5;
    private static final long SEED = 20_261_122;
    private static final double NANOS_PER_SECOND = 1e9;

    private final SentenceModel encoder;
    private final List<Article> articles;
    private final List<JudgedQuestion> questions;
    private final List<byte[]> meanings;
    private final Directory directory;
    private final LawLibrary library;
    private final Built built;

    /**
     * What building the index took.
     *
     * @param encoded how many articles went through the encoder; the others were known from an earlier run
     * @param encodingSeconds the encoder's part of it
     */
    public record Built(int articles, int encoded, double encodingSeconds, double seconds, long bytes) {}

    /**
     * @param unseen figures of the fitted ranking on questions it was not fitted to, by turns; empty where the questions are others than it was fitted
     *     to, and the row itself is honest
     * @param deviation of the parts
     */
    public record Report(
            List<RetrievalRow> rows, Built built, Optional<RankFigures> unseen, Optional<RankFigures> deviation) {}

    private RetrievalRun(
            SentenceModel encoder,
            List<Article> articles,
            List<byte[]> meanings,
            List<JudgedQuestion> questions,
            Directory directory,
            Built built)
            throws IOException {
        this.encoder = encoder;
        this.articles = articles;
        this.meanings = meanings;
        this.questions = questions;
        this.directory = directory;
        this.library = LawLibrary.open(directory, encoder);
        this.built = built;
    }

    /** @param vectors where vectors of an earlier run are and those of this one go, if they are to be kept */
    public static RetrievalRun prepare(
            List<Article> articles,
            List<JudgedQuestion> questions,
            Path folder,
            Optional<Path> vectors,
            int threads,
            LongConsumer progress)
            throws IOException {
        SentenceModel encoder = SentenceModel.load();
        VectorFile known = vectors.map(VectorFile::read).orElseGet(VectorFile::empty);
        int before = known.size();
        long begun = System.nanoTime();
        List<byte[]> meanings = new VectorWork(encoder, known, threads)
                .encode(articles.stream().map(Article::passage).toList(), progress);
        double encoding = since(begun);
        if (vectors.isPresent() && known.size() > before) {
            known.write(vectors.get());
        }
        Directory directory = new MMapDirectory(folder);
        long writing = System.nanoTime();
        ArticleIndex.write(articles, meanings, directory);
        Built built =
                new Built(articles.size(), known.size() - before, encoding, encoding + since(writing), size(folder));
        return new RetrievalRun(encoder, articles, meanings, questions, directory, built);
    }

    /** @param fitted the ranking as configured; without one the unfitted stands in */
    public Report measure(Optional<Fitted> fitted) throws IOException {
        Ranking ranking = fitted.map(Fitted::ranking).orElse(Ranking.UNFITTED);
        List<RetrievalRow> rows = new ArrayList<>();
        rows.add(RetrievalRow.measured("bm25", question -> library.byWords(question, DEPTH), questions));
        rows.add(RetrievalRow.measured("dense", question -> library.byMeaning(question, DEPTH), questions));
        RetrievalRow hybrid =
                RetrievalRow.measured("hybrid", question -> library.byEverything(question, ranking, DEPTH), questions);
        boolean seen = fitted.map(Fitted::fittedTo)
                .filter(JudgedFiles.fingerprint(questions)::equals)
                .isPresent();
        if (!seen) {
            rows.add(hybrid);
            return new Report(rows, built, Optional.empty(), Optional.empty());
        }
        List<RankFigures> parts = unseenParts();
        RankFigures mean = RankFigures.mean(parts);
        rows.add(hybrid.withFigures(mean));
        return new Report(rows, built, Optional.of(mean), Optional.of(RankFigures.deviation(parts)));
    }

    private List<RankFigures> unseenParts() throws IOException {
        RankingLesson lesson = new RankingLesson(library, questions);
        List<List<Article>> found = lesson.findUnseen(PARTS, SEED, DEPTH);
        List<RankFigures> parts = new ArrayList<>();
        for (List<Integer> part : lesson.parts(PARTS, SEED)) {
            parts.add(RankFigures.mean(part.stream()
                    .map(place -> RetrievalRow.figures(found.get(place), questions.get(place)))
                    .toList()));
        }
        return parts;
    }

    /**
     * From when on articles are offered, fitted to the questions and to what the law does not answer.
     *
     * @param asks whether a sentence would be looked up at all
     */
    public RankingFile.Offers fitOffers(
            Ranking ranking, List<String> notAnswered, List<String> letters, Predicate<String> asks)
            throws IOException {
        return new OfferRun(library, encoder, ranking, asks)
                .fit(questions.stream().map(JudgedQuestion::text).toList(), notAnswered, letters);
    }

    /** The same questions to ever more articles, see {@link RetrievalGrowth}. */
    public List<RetrievalGrowth.Row> grow(Path folder, Ranking ranking, LongConsumer progress) throws IOException {
        return new RetrievalGrowth(articles, meanings, questions, encoder).measure(folder, ranking, progress);
    }

    /** Fitted to all the questions. */
    public Fitted fit() throws IOException {
        return new Fitted(new RankingLesson(library, questions).fit(), JudgedFiles.fingerprint(questions));
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / NANOS_PER_SECOND;
    }

    static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        library.close();
        directory.close();
        encoder.close();
    }
}
