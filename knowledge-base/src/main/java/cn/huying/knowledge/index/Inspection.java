package cn.huying.knowledge.index;

import cn.huying.knowledge.Question;
import cn.huying.knowledge.analysis.Matter;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.analysis.QuestionText;
import cn.huying.knowledge.analysis.SoundText;
import cn.huying.knowledge.analysis.Synonyms;
import cn.huying.knowledge.encode.CompactVector;
import cn.huying.knowledge.encode.Meanings;
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
final class Inspection {
    private static final int LONG = 12;
    /** Characters of an entry that are read for its meaning. */
    private static final int WHOLE = 160;

    private static final int NEAREST = 3;

    private final List<Entry> entries;
    private final Rating rating;
    private final QuestionText questionText;
    private final Synonyms synonyms;
    private final Meanings meanings;
    private final int[] owners;
    private volatile List<byte[]> vectors = List.of();

    Inspection(List<Entry> entries, Rating rating, QuestionText questionText, Synonyms synonyms, Meanings meanings) {
        this.entries = entries;
        this.rating = rating;
        this.questionText = questionText;
        this.synonyms = synonyms;
        this.meanings = meanings;
        List<String> phrases = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (String phrase : entries.get(i).wording().phrases().toList()) {
                phrases.add(PlainText.folded(phrase));
                places.add(i);
            }
        }
        for (Entry entry : entries) {
            phrases.add(whole(entry));
        }
        this.owners = places.stream().mapToInt(i -> i).toArray();
        meanings.learn(phrases, learned -> vectors = learned);
    }

    /** The beginning of the answer says what it is about. */
    private static String whole(Entry entry) {
        String text = PlainText.folded(entry.question() + entry.answer().text());
        return text.substring(0, Math.min(WHOLE, text.length()));
    }

    /**
     * @param rows the looks at each entry, by its place
     * @param mayServe which entries count at all
     */
    record Seen(double[][] rows, boolean[] mayServe, boolean asks, int length) {}

    /** Whether there are meanings by now. */
    boolean ready() {
        return !vectors.isEmpty() && meanings.ready();
    }

    /** Empty while there are no meanings. */
    Optional<Seen> look(Question question) {
        String matter = PlainText.folded(Matter.of(question.text()));
        List<byte[]> learned = vectors;
        Optional<byte[]> vector = learned.isEmpty() ? Optional.empty() : meanings.of(matter);
        return vector.map(meaning -> look(question, matter, learned, meaning));
    }

    private Seen look(Question question, String matter, List<byte[]> learned, byte[] meaning) {
        boolean[] mayServe = Reach.mayServe(entries, question);
        double[][] rows = new double[entries.size()][Calibration.Look.values().length];
        Set<String> contents = new LinkedHashSet<>();
        contents.add(questionText.content(matter));
        contents.add(questionText.content(synonyms.official(matter)));
        contents.forEach(content -> byWords(content, mayServe, rows));
        byMeaning(meaning, learned, rows);
        int length = PlainText.squeezed(questionText.content(matter)).length();
        return new Seen(rows, mayServe, Matter.asks(matter), length);
    }

    private void byMeaning(byte[] meaning, List<byte[]> learned, double[][] rows) {
        double[][] nearest = new double[rows.length][NEAREST];
        for (int phrase = 0; phrase < owners.length; phrase++) {
            keep(CompactVector.likeness(meaning, learned.get(phrase)), nearest[owners[phrase]]);
        }
        for (int entry = 0; entry < rows.length; entry++) {
            raise(rows[entry], Calibration.Look.MEANING, nearest[entry][0]);
            raise(
                    rows[entry],
                    Calibration.Look.MEANINGS,
                    Arrays.stream(nearest[entry]).sum() / NEAREST);
            float whole = CompactVector.likeness(meaning, learned.get(owners.length + entry));
            raise(rows[entry], Calibration.Look.WHOLE, whole);
        }
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
            raise(rows[entry], Calibration.Look.PAIRS, byPairs.cosine(entry));
            raise(rows[entry], Calibration.Look.WORDS, byWords.cosine(entry));
            raise(rows[entry], Calibration.Look.SOUNDS, bySounds.cosine(entry));
            raise(rows[entry], Calibration.Look.COVERAGE, whole.coverage(entry));
            raise(rows[entry], Calibration.Look.WORDS_COVERED, wholeWords.coverage(entry));
        }
    }

    private static void raise(double[] row, Calibration.Look look, double value) {
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
                        row[Calibration.Look.COVERAGE.ordinal()],
                        Reach.closeness(entry.validity(), question)));
            }
        }
        rated.sort(Rated.LIKELIEST_FIRST);
        return new Calibration.Judged(
                rated.stream().limit(10).toList(),
                rated.isEmpty() ? 0 : calibration.chance(figures(seen, calibration)));
    }

    /** About the first entry, in the order of {@link Calibration.Figure}. */
    static double[] figures(Seen seen, Calibration calibration) {
        double best = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        double[] first = new double[Calibration.Look.values().length];
        for (int i = 0; i < seen.rows().length; i++) {
            if (seen.mayServe()[i]) {
                double score = calibration.score(seen.rows()[i]);
                if (score > best) {
                    second = best;
                    best = score;
                    first = seen.rows()[i];
                } else {
                    second = Math.max(second, score);
                }
            }
        }
        return new double[] {
            best,
            Double.isInfinite(second) ? best : best - second,
            first[Calibration.Look.MEANING.ordinal()],
            Math.max(first[Calibration.Look.PAIRS.ordinal()], first[Calibration.Look.WORDS.ordinal()]),
            first[Calibration.Look.COVERAGE.ordinal()],
            seen.asks() ? 1 : 0,
            Math.min(seen.length(), LONG) / (double) LONG,
            certainty(seen, calibration, best)
        };
    }

    private static double certainty(Seen seen, Calibration calibration, double best) {
        double all = 0;
        for (int i = 0; i < seen.rows().length; i++) {
            all += seen.mayServe()[i] ? Math.exp(calibration.score(seen.rows()[i]) - best) : 0;
        }
        return all == 0 ? 0 : 1 / all;
    }
}
