package cn.huying.knowledge.fit;

import cn.huying.knowledge.calibration.Calibration;
import cn.huying.knowledge.calibration.Calibration.Look;
import cn.huying.knowledge.calibration.Calibrations;
import cn.huying.knowledge.encode.Encoder;
import cn.huying.knowledge.evaluate.LogisticFit;
import cn.huying.knowledge.evaluate.SoftmaxFit;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.GoldenQuestions;
import cn.huying.knowledge.fit.FaqQuestions.Asked;
import cn.huying.knowledge.fit.FaqQuestions.Source;
import cn.huying.knowledge.index.Figures;
import cn.huying.knowledge.index.Inspection;
import cn.huying.knowledge.index.RetrievalSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Fits the calibrations. How the looks are added up is learned without the golden questions. How sure is sure is learned with them, by parts: every
 * golden figure of the report is of questions the calibration and its thresholds had not seen.
 */
public final class FaqLesson {
    private static final int PARTS = 5;
    private static final long SEED = 20261122;
    /** For the order a wording taken out counts less than a question: there are more of them, and most are a few words. */
    private static final double OWN_WORDING = 0.3;

    private static final Look[] OF_MEANING = {Look.MEANING, Look.MEANINGS, Look.WHOLE, Look.MIDDLE};

    private final List<Asked> asked;
    private final int[] parts;

    /** @param report lines that justify the thresholds */
    public record Fitted(Calibrations calibrations, List<String> report) {}

    public FaqLesson(
            List<Entry> entries,
            RetrievalSettings settings,
            Encoder encoder,
            LocalDate on,
            GoldenQuestions development,
            GoldenQuestions golden) {
        this.asked = FaqQuestions.ask(entries, settings, encoder, on, development, golden);
        List<Integer> shuffled = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            shuffled.add(i % PARTS);
        }
        Collections.shuffle(shuffled, new Random(SEED));
        this.parts = shuffled.stream().mapToInt(part -> part).toArray();
    }

    public Fitted fit() {
        List<String> report = new ArrayList<>();
        Calibration meaning = fit(asked, "有句向量", report);
        Calibration words = fit(asked.stream().map(FaqLesson::withoutMeaning).toList(), "只凭词语", report);
        return new Fitted(new Calibrations(meaning, words), List.copyOf(report));
    }

    private static Asked withoutMeaning(Asked one) {
        Inspection.Seen seen = one.seen();
        double[][] rows = new double[seen.rows().length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = seen.rows()[i].clone();
            for (Look look : OF_MEANING) {
                rows[i][look.ordinal()] = 0;
            }
        }
        Inspection.Heard heard = seen.heard();
        Inspection.Heard plain = new Inspection.Heard(
                heard.asks(),
                heard.details(),
                heard.calls(),
                heard.namesPlace(),
                heard.length(),
                heard.unanswered(),
                0);
        return new Asked(
                new Inspection.Seen(rows, seen.mayServe(), seen.details(), plain),
                one.right(),
                one.source(),
                one.answerable());
    }

    private Calibration fit(List<Asked> all, String name, List<String> report) {
        List<Double> looks = SoftmaxFit.of(all.stream()
                .filter(one -> one.answerable() && one.source() != Source.GOLDEN)
                .map(one -> new SoftmaxFit.Example(
                        one.seen().rows(), one.right(), one.source() == Source.OWN ? OWN_WORDING : 1))
                .toList());
        Calibration ranking =
                new Calibration(looks, Collections.nCopies(Calibration.Figure.values().length + 1, 0.0), 1, 1);
        List<Told> told = all.stream().map(one -> Told.of(one, ranking)).toList();
        List<Outcome> unseen = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            List<Double> others = chance(outside(told, part));
            inside(told, part).forEach(one -> unseen.add(one.outcome(others)));
        }
        Thresholds thresholds = Thresholds.from(golden(unseen));
        report.addAll(FaqReport.lines(name, unseen, thresholds, heldOut(told)));
        return new Calibration(looks, chance(told), thresholds.direct(), thresholds.choices());
    }

    /** Golden questions of each part with the thresholds the other parts ask for. */
    private List<FaqReport.HeldOut> heldOut(List<Told> told) {
        List<FaqReport.HeldOut> held = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            List<Told> others = outside(told, part);
            List<Double> chance = chance(others);
            List<Outcome> fitted =
                    others.stream().map(one -> one.outcome(chance)).toList();
            held.add(new FaqReport.HeldOut(
                    golden(inside(told, part).stream()
                            .map(one -> one.outcome(chance))
                            .toList()),
                    Thresholds.from(golden(fitted))));
        }
        return held;
    }

    private static List<Outcome> golden(List<Outcome> outcomes) {
        return outcomes.stream().filter(one -> one.source() == Source.GOLDEN).toList();
    }

    private static List<Double> chance(List<Told> told) {
        return LogisticFit.of(told.stream()
                .map(one -> new LogisticFit.Case(one.figures(), one.first(), one.weight()))
                .toList());
    }

    private List<Told> inside(List<Told> told, int part) {
        return IntStream.range(0, told.size())
                .filter(i -> parts[i] == part)
                .mapToObj(told::get)
                .toList();
    }

    private List<Told> outside(List<Told> told, int part) {
        return IntStream.range(0, told.size())
                .filter(i -> parts[i] != part)
                .mapToObj(told::get)
                .toList();
    }

    /** A question once the entries are in their order. */
    private record Told(double[] figures, boolean first, boolean amongThree, Source source, boolean answerable) {
        static Told of(Asked one, Calibration ranking) {
            double[] scores = ranking.scores(one.seen().rows());
            double best = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < scores.length; i++) {
                best = one.right()[i] > 0 ? Math.max(best, scores[i]) : best;
            }
            double right = best;
            long before = Arrays.stream(scores).filter(score -> score > right).count();
            return new Told(
                    Figures.of(one.seen(), one.seen().scores(ranking)),
                    one.answerable() && before == 0,
                    one.answerable() && before < 3,
                    one.source(),
                    one.answerable());
        }

        /** An own wording taken out is harder than what residents ask; a golden question is what they ask. */
        double weight() {
            return switch (source) {
                case OWN -> 0.5;
                case DEVELOPMENT -> 1;
                case GOLDEN -> answerable ? 2 : 3;
            };
        }

        Outcome outcome(List<Double> chance) {
            return new Outcome(LogisticFit.chance(chance, figures), first, amongThree, source, answerable);
        }
    }

    /** What came of a question. */
    record Outcome(double chance, boolean first, boolean amongThree, Source source, boolean answerable) {
        static double share(List<Outcome> outcomes, Predicate<Outcome> such) {
            return outcomes.isEmpty()
                    ? 0
                    : (double) outcomes.stream().filter(such).count() / outcomes.size();
        }
    }
}
