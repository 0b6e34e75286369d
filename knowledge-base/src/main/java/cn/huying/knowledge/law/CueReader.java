package cn.huying.knowledge.law;

import cn.huying.knowledge.encode.CompactVector;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Works the cues out for one question: first from the looks themselves, then from which laws and which places in them the finds are in. */
final class CueReader {
    /** The finds whose laws and neighbours count. */
    private static final int LEADING = 100;

    private final LawBook book;
    private final ArticleSearch.Vectors vectors;
    private final Evidence evidence;
    private final byte[] question;
    /** What is known so far of how much each article means what the question means. */
    private final Map<Integer, Double> likeness = new HashMap<>();

    CueReader(LawBook book, ArticleSearch.Vectors vectors, Evidence evidence, byte[] question) {
        this.book = book;
        this.vectors = vectors;
        this.evidence = evidence;
        this.question = question;
    }

    Candidates read(LawCustom custom) throws IOException {
        Hits leading = leading();
        Set<Integer> all = new LinkedHashSet<>(evidence.articles());
        addNeighbours(leading.first(LEADING), all);
        return cues(all, leading, custom);
    }

    /** Everything the looks found, half by its meaning and half by its words. */
    private Hits leading() throws IOException {
        int[] places = evidence.articles().stream().mapToInt(i -> i).toArray();
        double[] scores = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            scores[i] = 0.5 * Math.max(0, meaning(places[i])) + 0.25 * words(places[i]);
        }
        return Hits.sorted(places, scores);
    }

    private double words(int article) {
        return evidence.words(article) + evidence.pairs(article);
    }

    private double meaning(int article) throws IOException {
        Double known = likeness.get(article);
        if (known == null) {
            known = evidence.meaning(CompactVector.likeness(question, vectors.of(article)));
            likeness.put(article, known);
        }
        return known;
    }

    private void addNeighbours(Hits leading, Set<Integer> all) {
        for (int article : leading.articles()) {
            for (int other : new int[] {article - 1, article + 1}) {
                if (book.areNeighbours(article, other)) {
                    all.add(other);
                }
            }
        }
    }

    private Candidates cues(Set<Integer> all, Hits leading, LawCustom custom) throws IOException {
        Map<Integer, Float> scores = new HashMap<>();
        for (int i = 0; i < leading.size(); i++) {
            scores.put(leading.articles()[i], leading.scores()[i]);
        }
        double[] laws = laws(leading.first(LEADING));
        int[] places = all.stream().mapToInt(i -> i).toArray();
        double[][] rows = new double[places.length][];
        for (int i = 0; i < places.length; i++) {
            int article = places[i];
            rows[i] = new double[] {
                evidence.words(article),
                evidence.pairs(article),
                meaning(article),
                laws[book.law(article)],
                neighbour(article, scores),
                book.length(article),
                book.custom(custom, article)
            };
        }
        return new Candidates(places, rows);
    }

    /** How much of the leading finds is of each law, 1 for the law with the most. */
    private double[] laws(Hits leading) {
        double[] laws = new double[book.laws()];
        double most = 1e-9;
        for (int i = 0; i < leading.size(); i++) {
            int law = book.law(leading.articles()[i]);
            laws[law] += leading.scores()[i] * leading.scores()[i];
            most = Math.max(most, laws[law]);
        }
        for (int law = 0; law < laws.length; law++) {
            laws[law] /= most;
        }
        return laws;
    }

    private double neighbour(int article, Map<Integer, Float> scores) {
        double best = 0;
        for (int other : List.of(article - 1, article + 1)) {
            if (book.areNeighbours(article, other)) {
                best = Math.max(best, scores.getOrDefault(other, 0f));
            }
        }
        return best;
    }
}
