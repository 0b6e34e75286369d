package cn.huying.knowledge.index;

import cn.huying.knowledge.Question;
import cn.huying.knowledge.analysis.Call;
import cn.huying.knowledge.analysis.Detail;
import cn.huying.knowledge.analysis.Matter;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.analysis.QuestionText;
import cn.huying.knowledge.analysis.Synonyms;
import cn.huying.knowledge.calibration.Calibration;
import cn.huying.knowledge.calibration.Calibration.Look;
import cn.huying.knowledge.calibration.Rated;
import cn.huying.knowledge.encode.CompactVector;
import cn.huying.knowledge.encode.Encoder;
import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.encode.VectorTable;
import cn.huying.knowledge.faq.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks at every entry in every way: by pairs and words, in the resident's words and in the official ones, and by meaning. Costs a few
 * milliseconds, so it is for the questions words alone do not decide.
 */
public final class Inspection {
    /** Characters of an entry that are read for its meaning. */
    private static final int WHOLE = 200;
    /** Of the ways to ask for it as many are read before the answer. */
    private static final int ASKED = 5;

    private static final int NEAREST = 3;
    private static final int PRACTICE = 20;
    private static final int MOST_RATED = 10;

    private final List<Entry> entries;
    private final Rating rating;
    private final QuestionText questionText;
    private final Synonyms synonyms;
    private final Unanswerables unanswerables;
    private final Optional<Meanings> meanings;
    private final int[] owners;
    private final int[] details;
    private volatile Learned learned = new Learned(VectorTable.EMPTY, new double[0]);

    Inspection(List<Entry> entries, Rating rating, RetrievalSettings settings, Optional<Meanings> meanings) {
        this.entries = entries;
        this.rating = rating;
        this.questionText = settings.questionText();
        this.synonyms = settings.synonyms();
        this.unanswerables = settings.unanswerables();
        this.meanings = meanings;
        this.owners = new int
                [(int) entries.stream()
                        .flatMap(entry -> entry.wording().phrases())
                        .count()];
        this.details = new int[entries.size()];
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (String phrase : entries.get(i).wording().phrases().toList()) {
                owners[texts.size()] = i;
                texts.add(PlainText.folded(phrase));
                details[i] |= Detail.in(phrase);
            }
        }
        entries.forEach(entry -> texts.add(whole(entry)));
        texts.addAll(unanswerables.sentences());
        meanings.ifPresent(present -> present.learn(texts, this::take));
    }

    /** The first looks of all take ten times as long: nobody is to wait for them. */
    private void take(List<byte[]> vectors) {
        Learned known = new Learned(VectorTable.of(vectors), middleLengths(vectors));
        for (int i = 0; i < PRACTICE && i < owners.length; i++) {
            byMeaning(known.vectors().likenesses(vectors.get(i)), known.middleLengths(), newRows());
        }
        learned = known;
    }

    /**
     * @param vectors of the phrases, then of the whole entries, then of what nothing answers
     * @param middleLengths by entry: how long the sum of its phrases is
     */
    private record Learned(VectorTable vectors, double[] middleLengths) {}

    private double[] middleLengths(List<byte[]> vectors) {
        double[][] sums = new double[entries.size()][Encoder.DIMENSIONS];
        for (int phrase = 0; phrase < owners.length; phrase++) {
            byte[] vector = vectors.get(phrase);
            double[] sum = sums[owners[phrase]];
            for (int i = 0; i < vector.length; i++) {
                sum[i] += vector[i];
            }
        }
        return Arrays.stream(sums).mapToDouble(CompactVector::length).toArray();
    }

    /** Residents' words and official ones side by side: some ways to ask, and the beginning of the answer. */
    private static String whole(Entry entry) {
        String asked = entry.wording().variants().stream().limit(ASKED).collect(Collectors.joining("，"));
        String text =
                PlainText.folded(entry.question() + asked + "。" + entry.answer().text());
        return text.substring(0, Math.min(WHOLE, text.length()));
    }

    /**
     * @param rows the looks at each entry, by its place
     * @param mayServe which entries count at all
     * @param details the {@link Detail}s each entry speaks of
     */
    public record Seen(double[][] rows, boolean[] mayServe, int[] details, Heard heard) {
        /** What each entry's looks add up to; the least there is where it may not be served. */
        public double[] scores(Calibration calibration) {
            double[] scores = calibration.scores(rows);
            for (int entry = 0; entry < scores.length; entry++) {
                scores[entry] = mayServe[entry] ? scores[entry] : Double.NEGATIVE_INFINITY;
            }
            return scores;
        }
    }

    /**
     * What the question itself tells.
     *
     * @param details the {@link Detail}s it asks for
     * @param calls how many words call for help
     * @param length in characters
     * @param unanswered how like it is to what nothing answers, by its words
     */
    public record Heard(
            boolean asks,
            int details,
            int calls,
            boolean namesPlace,
            int length,
            double unanswered,
            double unansweredMeaning) {}

    /** Whether there are meanings by now. */
    boolean ready() {
        return learned.vectors().size() > 0 && meanings.map(Meanings::ready).orElse(false);
    }

    /** Empty while there are no meanings. */
    public Optional<Seen> look(Question question) {
        return look(rating.read(question));
    }

    Optional<Seen> look(Reading reading) {
        String matter = matter(reading);
        Learned known = learned;
        Optional<byte[]> vector =
                known.vectors().size() == 0 ? Optional.empty() : meanings.flatMap(present -> present.of(matter));
        return vector.map(meaning -> {
            double[][] rows = newRows();
            float[] likenesses = known.vectors().likenesses(meaning);
            byMeaning(likenesses, known.middleLengths(), rows);
            return look(reading, matter, rows, unansweredMeaning(likenesses));
        });
    }

    Seen lookByWords(Reading reading) {
        return look(reading, matter(reading), newRows(), 0);
    }

    private static String matter(Reading reading) {
        return PlainText.folded(Matter.of(reading.question().text()));
    }

    private double[][] newRows() {
        return new double[entries.size()][Look.values().length];
    }

    private Seen look(Reading reading, String matter, double[][] rows, double unansweredMeaning) {
        boolean[] mayServe = Reach.mayServe(entries, reading.question());
        Reading own = reading.of(questionText.content(matter));
        Reading official = own.of(questionText.content(synonyms.official(matter)));
        byWords(own, mayServe, rows);
        if (official != own) {
            byWords(official, mayServe, rows);
        }
        Heard heard = new Heard(
                Matter.asks(matter),
                Detail.in(matter),
                Call.words(matter),
                Call.namesPlace(matter),
                matter.length(),
                unanswerables.likeness(own.pairs()),
                unansweredMeaning);
        return new Seen(rows, mayServe, details, heard);
    }

    /** @param likenesses of the question to the phrases, the whole entries, and what nothing answers */
    private void byMeaning(float[] likenesses, double[] middleLengths, double[][] rows) {
        double[][] nearest = new double[rows.length][NEAREST];
        double[] sums = new double[rows.length];
        for (int phrase = 0; phrase < owners.length; phrase++) {
            Leading.keep(likenesses[phrase], nearest[owners[phrase]]);
            sums[owners[phrase]] += likenesses[phrase];
        }
        for (int entry = 0; entry < rows.length; entry++) {
            raise(rows[entry], Look.MEANING, nearest[entry][0]);
            raise(rows[entry], Look.MEANINGS, average(nearest[entry]));
            raise(rows[entry], Look.MIDDLE, sums[entry] / middleLengths[entry]);
            raise(rows[entry], Look.WHOLE, likenesses[owners.length + entry]);
        }
    }

    /** Of the three most alike, on the average. */
    private double unansweredMeaning(float[] likenesses) {
        double[] nearest = new double[NEAREST];
        for (int i = owners.length + entries.size(); i < likenesses.length; i++) {
            Leading.keep(likenesses[i], nearest);
        }
        return average(nearest);
    }

    private static double average(double[] nearest) {
        double sum = 0;
        for (double one : nearest) {
            sum += one;
        }
        return sum / nearest.length;
    }

    private void byWords(Reading reading, boolean[] mayServe, double[][] rows) {
        TextIndex phrases = rating.phrases();
        var pairs = reading.pairs();
        var words = reading.words();
        EntryScores byPairs = phrases.pairs().score(pairs, mayServe);
        EntryScores byWords = phrases.words().score(words, mayServe);
        EntryScores whole = rating.wholes().pairs().score(pairs, mayServe);
        EntryScores wholeWords = rating.wholes().words().score(words, mayServe);
        for (int entry = 0; entry < rows.length; entry++) {
            raise(rows[entry], Look.PAIRS, byPairs.cosine(entry));
            raise(rows[entry], Look.PAIRS_MIDDLE, phrases.pairs().middle(byPairs, entry));
            raise(rows[entry], Look.WORDS, byWords.cosine(entry));
            raise(rows[entry], Look.COVERAGE, whole.coverage(entry));
            raise(rows[entry], Look.WORDS_COVERED, wholeWords.coverage(entry));
        }
    }

    private static void raise(double[] row, Look look, double value) {
        int at = look.ordinal();
        if (!Double.isNaN(value)) {
            row[at] = Math.max(row[at], value);
        }
    }

    /** The entries that may be served, the likeliest first, and how likely the first is right. */
    Calibration.Judged judge(Seen seen, Question question, Calibration calibration) {
        double[] scores = seen.scores(calibration);
        Leading leading = new Leading(MOST_RATED);
        for (int i = 0; i < scores.length; i++) {
            if (seen.mayServe()[i] && leading.mayTake(scores[i])) {
                Entry entry = entries.get(i);
                int closeness = Reach.closeness(entry.validity(), question);
                leading.offer(new Rated(entry, scores[i], Look.COVERAGE.of(seen.rows()[i]), closeness));
            }
        }
        List<Rated> rated = leading.inOrder();
        return new Calibration.Judged(rated, rated.isEmpty() ? 0 : calibration.chance(Figures.of(seen, scores)));
    }
}
