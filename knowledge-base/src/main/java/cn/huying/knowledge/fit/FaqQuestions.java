package cn.huying.knowledge.fit;

import cn.huying.knowledge.Question;
import cn.huying.knowledge.calibration.Calibration.Look;
import cn.huying.knowledge.encode.Encoder;
import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.GoldenQuestions;
import cn.huying.knowledge.faq.Wording;
import cn.huying.knowledge.index.Inspection;
import cn.huying.knowledge.index.RetrievalSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a calibration is fitted to, each question with what was seen of it. The entries' own wordings and what nothing answers are asked while
 * they are taken out of what is known; development and golden questions are asked of everything.
 */
final class FaqQuestions {
    private static final int PARTS = 5;
    /** Of the entries' own wordings, every so many-th is asked. */
    private static final int THINNED = 3;
    /** The entries that are kept of each question: the right one hardly ever is further behind. */
    private static final int MOST = 60;

    enum Source {
        OWN,
        DEVELOPMENT,
        GOLDEN
    }

    /** @param right the places among what was seen that answer it; none where nothing does */
    record Asked(Inspection.Seen seen, double[] right, Source source, boolean answerable) {}

    private final List<Entry> entries;
    private final LocalDate on;
    private final List<Asked> all = new ArrayList<>();

    private FaqQuestions(List<Entry> entries, LocalDate on) {
        this.entries = entries;
        this.on = on;
    }

    /**
     * @param settings with what nothing answers
     * @param development asked of everything, and fitted to
     * @param golden the same, and told apart
     */
    static List<Asked> ask(
            List<Entry> entries,
            RetrievalSettings settings,
            Encoder encoder,
            LocalDate on,
            GoldenQuestions development,
            GoldenQuestions golden) {
        FaqQuestions questions = new FaqQuestions(entries, on);
        for (int part = 0; part < PARTS; part++) {
            questions.askOwn(part, settings, encoder);
        }
        Inspection everything = settings.inspection(entries, Meanings.atOnce(encoder));
        questions.askAll(everything, development, Source.DEVELOPMENT);
        questions.askAll(everything, golden, Source.GOLDEN);
        return questions.all;
    }

    private void askOwn(int part, RetrievalSettings settings, Encoder encoder) {
        List<String> unanswerable = settings.unanswerables().sentences();
        Inspection inspection = settings.knowing(others(unanswerable, part))
                .inspection(entries.stream().map(entry -> without(entry, part)).toList(), Meanings.atOnce(encoder));
        for (int place = 0; place < entries.size(); place++) {
            Entry entry = entries.get(place);
            List<String> variants = entry.wording().variants();
            for (int variant = part; variant < variants.size(); variant += PARTS) {
                if ((variant / PARTS + place) % THINNED == 0) {
                    Question question = new Question(
                            variants.get(variant), List.of(entry.validity().region()), on);
                    keep(inspection, question, List.of(entry.id()), Source.OWN, true);
                }
            }
        }
        for (int i = part; i < unanswerable.size(); i += PARTS) {
            keep(inspection, new Question(unanswerable.get(i), List.of(), on), List.of(), Source.DEVELOPMENT, false);
        }
    }

    private void askAll(Inspection inspection, GoldenQuestions questions, Source source) {
        questions
                .answerable()
                .forEach(one -> keep(inspection, new Question(one.ask(), List.of(), on), one.right(), source, true));
        questions
                .unanswerable()
                .forEach(one -> keep(inspection, new Question(one.ask(), List.of(), on), List.of(), source, false));
    }

    /** A question whose entry may not be served to it has no answer to be found: it is left out. */
    private void keep(
            Inspection inspection, Question question, List<EntryId> right, Source source, boolean answerable) {
        inspection.look(question).ifPresent(seen -> {
            int[] places = nearest(seen, right);
            double[] marks = Arrays.stream(places)
                    .mapToDouble(place -> right.contains(entries.get(place).id()) ? 1 : 0)
                    .toArray();
            if (!answerable || Arrays.stream(marks).sum() > 0) {
                all.add(new Asked(only(seen, places), marks, source, answerable));
            }
        });
    }

    private int[] nearest(Inspection.Seen seen, List<EntryId> right) {
        return IntStream.range(0, entries.size())
                .filter(place -> seen.mayServe()[place])
                .boxed()
                .sorted(Comparator.comparingDouble(
                        place -> right.contains(entries.get(place).id())
                                ? Double.NEGATIVE_INFINITY
                                : -roughly(seen.rows()[place])))
                .limit(MOST)
                .mapToInt(place -> place)
                .toArray();
    }

    private static double roughly(double[] row) {
        return Look.MEANINGS.of(row) + Look.WHOLE.of(row) + Look.COVERAGE.of(row) + Look.PAIRS_MIDDLE.of(row);
    }

    private static Inspection.Seen only(Inspection.Seen seen, int[] places) {
        double[][] rows =
                Arrays.stream(places).mapToObj(place -> seen.rows()[place]).toArray(double[][]::new);
        boolean[] mayServe = new boolean[places.length];
        Arrays.fill(mayServe, true);
        int[] details =
                Arrays.stream(places).map(place -> seen.details()[place]).toArray();
        return new Inspection.Seen(rows, mayServe, details, seen.heard());
    }

    private static <T> List<T> others(List<T> all, int part) {
        return IntStream.range(0, all.size())
                .filter(i -> i % PARTS != part)
                .mapToObj(all::get)
                .toList();
    }

    private static Entry without(Entry entry, int part) {
        return entry.with(new Wording(entry.question(), others(entry.wording().variants(), part)));
    }
}
