package cn.huying.api.bench.retrieval;

import cn.huying.knowledge.encode.Encoder;
import cn.huying.knowledge.law.Article;
import cn.huying.knowledge.law.ArticleIndex;
import cn.huying.knowledge.law.JudgedQuestion;
import cn.huying.knowledge.law.LawLibrary;
import cn.huying.knowledge.law.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;

/**
 * What finding costs when there is more and more to find in. Beyond the articles there are, copies of them with a tenth of their characters and a
 * little of their direction changed: like the real ones, and the same nowhere.
 */
public final class RetrievalGrowth {
    public static final List<String> HEADINGS =
            List.of("passages", "", "index s", "index bytes", "heap MiB", "p50 ms", "p99 ms");

    private static final int[] SIZES = {10_000, 58_000, 200_000};
    public static final int STEPS = SIZES.length;
    private static final int DEPTH = 100;
    private static final long SEED = 20_261_122;
    private static final double CHANGED = 0.1;
    /** Two wordings of one matter differ by about as much. */
    private static final double TURNED = 6;

    private static final double MIB = 1 << 20;
    private static final double NANOS_PER_SECOND = 1e9;

    private final List<Article> articles;
    private final List<byte[]> meanings;
    private final List<JudgedQuestion> questions;
    private final Encoder encoder;

    /** @param heap of the articles and what is held to search them; the index itself is mapped from disk */
    public record Row(int passages, double indexSeconds, long bytes, long heap, double p50Ms, double p99Ms) {
        public List<String> cells() {
            return List.of(
                    Integer.toString(passages),
                    "",
                    RetrievalRow.number(indexSeconds, 1),
                    Long.toString(bytes),
                    RetrievalRow.number(heap / MIB, 1),
                    RetrievalRow.number(p50Ms, 2),
                    RetrievalRow.number(p99Ms, 2));
        }
    }

    RetrievalGrowth(List<Article> articles, List<byte[]> meanings, List<JudgedQuestion> questions, Encoder encoder) {
        this.articles = articles;
        this.meanings = meanings;
        this.questions = questions;
        this.encoder = encoder;
    }

    List<Row> measure(Path folder, Ranking ranking, LongConsumer progress) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int size : SIZES) {
            rows.add(measure(Files.createDirectories(folder.resolve(Integer.toString(size))), size, ranking));
            progress.accept(rows.size());
        }
        return rows;
    }

    private Row measure(Path folder, int size, Ranking ranking) throws IOException {
        Random random = new Random(SEED);
        long before = heap();
        List<Article> grown = new ArrayList<>(size);
        List<byte[]> vectors = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int of = i % articles.size();
            grown.add(i < articles.size() ? articles.get(of) : changed(articles.get(of), i, random));
            vectors.add(i < articles.size() ? meanings.get(of) : turned(meanings.get(of), random));
        }
        try (Directory directory = new MMapDirectory(folder)) {
            long begun = System.nanoTime();
            ArticleIndex.write(grown, vectors, directory);
            double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
            vectors.clear();
            grown.clear();
            try (LawLibrary library = LawLibrary.open(directory, encoder)) {
                RetrievalRow row = RetrievalRow.measured(
                        "hybrid", question -> library.byEverything(question, ranking, DEPTH), questions);
                return new Row(size, seconds, RetrievalRun.size(folder), heap() - before, row.p50Ms(), row.p99Ms());
            }
        }
    }

    private static Article changed(Article article, int number, Random random) {
        StringBuilder text = new StringBuilder(article.text());
        for (int i = 0; i < text.length(); i++) {
            if (random.nextDouble() < CHANGED) {
                text.setCharAt(i, text.charAt(random.nextInt(text.length())));
            }
        }
        return new Article(
                article.id() + "-" + number, article.law() + number / 1_000, article.number(), text.toString());
    }

    private static byte[] turned(byte[] vector, Random random) {
        byte[] turned = new byte[vector.length];
        for (int i = 0; i < turned.length; i++) {
            long moved = vector[i] + Math.round(random.nextGaussian() * TURNED);
            turned[i] = (byte) Math.clamp(moved, -Byte.MAX_VALUE, Byte.MAX_VALUE);
        }
        return turned;
    }

    /** What is in use after everything that can go has gone. */
    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
