package cn.huying.knowledge.index;

import cn.huying.knowledge.Question;
import cn.huying.knowledge.analysis.Call;
import cn.huying.knowledge.analysis.Detail;
import cn.huying.knowledge.analysis.Matter;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.analysis.QuestionText;
import cn.huying.knowledge.analysis.SoundText;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at every entry in every way: by pairs, words and sounds, in the resident's words and in the official ones, and by meaning. Costs a few
 * milliseconds, so it is for the questions words alone do not decide.
 */
public final class Inspection {
    /** Characters of an entry that are read for its meaning. */
    private static final int WHOLE = 160;

    private static final int NEAREST = 3;

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
        meanings.ifPresent(present -> present.learn(
                texts, vectors -> learned = new Learned(VectorTable.of(vectors), middleLengths(vectors))));
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

    /** The beginning of the answer says what it is about. */
    private static String whole(Entry entry) {
        String text = PlainText.folded(entry.question() + entry.answer().text());
        return text.substring(0, Math.min(WHOLE, text.length()));
    }

    /**
     * @param rows the looks at each entry, by its place
     * @param mayServe which entries count at all
     * @param details the {@link Detail}s each entry speaks of
     */
    public record Seen(double[][] rows, boolean[] mayServe, int[] details, Heard heard) {}

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
        String matter = PlainText.folded(Matter.of(question.text()));
        Learned known = learned;
        Optional<byte[]> vector =
                known.vectors().size() == 0 ? Optional.empty() : meanings.flatMap(present -> present.of(matter));
        return vector.map(meaning -> {
            double[][] rows = newRows();
            float[] likenesses = known.vectors().likenesses(meaning);
            byMeaning(likenesses, known.middleLengths(), rows);
            return look(question, matter, rows, unansweredMeaning(likenesses));
        });
    }

    Seen lookByWords(Question question) {
        return look(question, PlainText.folded(Matter.of(question.text())), newRows(), 0);
    }

    private double[][] newRows() {
        return new double[entries.size()][Look.values().length];
    }

    private Seen look(Question question, String matter, double[][] rows, double unansweredMeaning) {
        boolean[] mayServe = Reach.mayServe(entries, question);
        Set<String> contents = new LinkedHashSet<>();
        String content = questionText.content(matter);
        contents.add(content);
        contents.add(questionText.content(synonyms.official(matter)));
        contents.forEach(one -> byWords(one, mayServe, rows));
        Heard heard = new Heard(
                Matter.asks(matter),
                Detail.in(matter),
                Call.words(matter),
                Call.namesPlace(matter),
                matter.length(),
                unanswerables.likeness(content),
                unansweredMeaning);
        return new Seen(rows, mayServe, details, heard);
    }

    /** @param likenesses of the question to the phrases, the whole entries, and what nothing answers */
    private void byMeaning(float[] likenesses, double[] middleLengths, double[][] rows) {
        double[][] nearest = new double[rows.length][NEAREST];
        double[] sums = new double[rows.length];
        for (int phrase = 0; phrase < owners.length; phrase++) {
            keep(likenesses[phrase], nearest[owners[phrase]]);
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
            keep(likenesses[i], nearest);
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

    /** In its place among the nearest, the most alike first; the last one falls out. */
    private static void keep(double likeness, double[] nearest) {
        double moving = likeness;
        for (int i = 0; i < nearest.length; i++) {
            if (moving > nearest[i]) {
                double other = nearest[i];
                nearest[i] = moving;
                moving = other;
            }
        }
    }

    private void byWords(String content, boolean[] mayServe, double[][] rows) {
        TextIndex phrases = rating.phrases();
        var pairs = phrases.pairs().terms(content);
        var words = phrases.words().terms(content);
        EntryScores byPairs = phrases.pairs().score(pairs, mayServe);
        EntryScores byWords = phrases.words().score(words, mayServe);
        EntryScores bySounds = phrases.sounds().score(phrases.sounds().terms(SoundText.of(content)), mayServe);
        EntryScores whole = rating.wholes().pairs().score(pairs, mayServe);
        EntryScores wholeWords = rating.wholes().words().score(words, mayServe);
        for (int entry = 0; entry < rows.length; entry++) {
            raise(rows[entry], Look.PAIRS, byPairs.cosine(entry));
            raise(rows[entry], Look.PAIRS_MIDDLE, phrases.pairs().middle(byPairs, entry));
            raise(rows[entry], Look.WORDS, byWords.cosine(entry));
            raise(rows[entry], Look.SOUNDS, bySounds.cosine(entry));
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
        List<Rated> rated = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (seen.mayServe()[i]) {
                Entry entry = entries.get(i);
                double[] row = seen.rows()[i];
                rated.add(new Rated(
                        entry,
                        calibration.score(row),
                        Look.COVERAGE.of(row),
                        Reach.closeness(entry.validity(), question)));
            }
        }
        rated.sort(Rated.LIKELIEST_FIRST);
        return new Calibration.Judged(
                rated.stream().limit(10).toList(),
                rated.isEmpty() ? 0 : calibration.chance(Figures.of(seen, calibration)));
    }
}
