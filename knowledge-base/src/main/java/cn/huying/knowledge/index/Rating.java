package cn.huying.knowledge.index;

import cn.huying.knowledge.Question;
import cn.huying.knowledge.analysis.Homophones;
import cn.huying.knowledge.analysis.PlainText;
import cn.huying.knowledge.analysis.QuestionText;
import cn.huying.knowledge.calibration.Rated;
import cn.huying.knowledge.faq.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rates entries for a question by two looks: is one of the entry's phrases like the question, and does the entry as a whole, its answer
 * included, speak of what the question is about. Each look sees pairs of characters first; words, which cost most of the time, are looked at only
 * where an entry is worth it.
 */
final class Rating {
    private final List<Entry> entries;
    private final QuestionText questionText;
    private final Homophones homophones;
    private final Weights weights;
    private final TextIndex phrases;
    private final TextIndex wholes;

    /**
     * How the looks are blended.
     *
     * @param phrase the share of the phrase; the rest is the whole entry's
     * @param words the share of the words; the rest is the pairs'
     * @param floor an entry that the pairs rate below this is not looked at again
     */
    record Weights(double phrase, double words, double floor) {
        double blend(double phraseScore, double wholeScore) {
            return phrase * phraseScore + (1 - phrase) * wholeScore;
        }

        double mix(double wordScore, double pairScore) {
            return words * wordScore + (1 - words) * pairScore;
        }
    }

    Rating(List<Entry> entries, QuestionText questionText, Weights weights, EntryIndex index) {
        this.entries = entries;
        this.questionText = questionText;
        this.homophones = Homophones.of(
                entries.stream().flatMap(entry -> entry.wording().phrases()).toList());
        this.weights = weights;
        this.phrases = index.phrases();
        this.wholes = index.wholes();
    }

    Reading read(Question question) {
        String text = homophones.mended(question.text());
        Question meant =
                text.equals(question.text()) ? question : new Question(text, question.regions(), question.on());
        return new Reading(meant, questionText.content(text), phrases);
    }

    TextIndex phrases() {
        return phrases;
    }

    TextIndex wholes() {
        return wholes;
    }

    /**
     * What came of rating.
     *
     * @param rated the entries above the floor, the likeliest first
     * @param characters how many characters the question has without its fillers
     */
    record Result(Reading reading, List<Rated> rated, int characters) {}

    Result rate(Question question) {
        return rate(read(question), Reach.mayServe(entries, question));
    }

    /** @param mayServe which entries count at all */
    Result rate(Reading reading, boolean[] mayServe) {
        Look pairs = look(phrases.pairs(), wholes.pairs(), reading.pairs(), mayServe);
        List<Rated> rated = pairs.best() < weights.floor() ? List.of() : rate(reading, mayServe, pairs);
        return new Result(reading, rated, PlainText.squeezed(reading.content()).length());
    }

    private List<Rated> rate(Reading reading, boolean[] mayServe, Look pairs) {
        List<Rated> rated = new ArrayList<>();
        Look words = look(phrases.words(), wholes.words(), reading.words(), mayServe);
        for (int entry = 0; entry < mayServe.length; entry++) {
            double score = weights.mix(words.score(entry), pairs.score(entry));
            if (score >= weights.floor()) {
                double coverage = weights.mix(words.coverage(entry), pairs.coverage(entry));
                Entry found = entries.get(entry);
                rated.add(new Rated(found, score, coverage, Reach.closeness(found.validity(), reading.question())));
            }
        }
        rated.sort(Rated.LIKELIEST_FIRST);
        return rated;
    }

    private Look look(TermField phrase, TermField whole, Set<String> terms, boolean[] mayServe) {
        return new Look(phrase.score(terms, mayServe), whole.score(terms, mayServe), weights, mayServe.length);
    }

    /** What one kind of term says: the phrases' and the whole entries' scores. */
    private record Look(EntryScores phrases, EntryScores wholes, Weights weights, int entries) {
        double score(int entry) {
            return weights.blend(phrases.cosine(entry), wholes.coverage(entry));
        }

        double coverage(int entry) {
            return wholes.coverage(entry);
        }

        double best() {
            double best = 0;
            for (int entry = 0; entry < entries; entry++) {
                best = Math.max(best, score(entry));
            }
            return best;
        }
    }
}
