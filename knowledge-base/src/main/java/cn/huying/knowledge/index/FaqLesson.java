package cn.huying.knowledge.index;

import cn.huying.knowledge.Question;
import cn.huying.knowledge.encode.Encoder;
import cn.huying.knowledge.encode.Meanings;
import cn.huying.knowledge.evaluate.LogisticFit;
import cn.huying.knowledge.evaluate.SoftmaxFit;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.Wording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Fits the calibration to the entries' own wordings, each asked while it is taken out, and to words nothing should answer. Thresholds are set on
 * chances of a calibration that has not seen the question.
 */
public final class FaqLesson {
    private static final int PARTS = 5;
    /** Of what reaches the knowledge base, about this share has no answer there. */
    private static final double UNANSWERABLE = 0.25;

    private static final double DIRECT_PRECISION = 0.95;
    private static final double MOST_FALSE = 0.03;
    /** Choices cost an unanswerable question little; still most of them are better told that nothing is known. */
    private static final double MOST_FALSE_CHOICES = 0.3;

    private static final double CHOICES_PRECISION = 0.9;
    private static final double STEPS = 200;

    private final List<Asked> asked = new ArrayList<>();
    private final int entries;

    /** @param right the place of the entry that answers it, -1 where none does */
    private record Asked(Inspection.Seen seen, int right, double weight) {}

    /** What came of a question nobody fitted to. */
    private record Outcome(double chance, boolean first, boolean amongThree, boolean answerable, double weight) {}

    /** @param report lines that justify the thresholds */
    public record Fitted(Calibration calibration, List<String> report) {}

    public FaqLesson(
            List<Entry> entries, RetrievalSettings settings, Encoder encoder, List<String> unanswerable, LocalDate on) {
        this.entries = entries.size();
        int variants = entries.stream()
                .mapToInt(entry -> entry.wording().variants().size())
                .sum();
        double weight = UNANSWERABLE / (1 - UNANSWERABLE) * variants / Math.max(1, unanswerable.size());
        for (int part = 0; part < PARTS; part++) {
            int held = part;
            List<Entry> others =
                    entries.stream().map(entry -> without(entry, held)).toList();
            Inspection inspection = settings.inspection(others, Meanings.atOnce(encoder));
            for (int place = 0; place < others.size(); place++) {
                List<String> all = entries.get(place).wording().variants();
                for (int variant = part; variant < all.size(); variant += PARTS) {
                    ask(inspection, question(all.get(variant), entries.get(place), on), place, 1);
                }
            }
            for (int i = part; i < unanswerable.size(); i += PARTS) {
                ask(inspection, new Question(unanswerable.get(i), List.of(), on), -1, weight);
            }
        }
    }

    private void ask(Inspection inspection, Question question, int right, double weight) {
        inspection
                .look(question)
                .filter(seen -> right < 0 || seen.mayServe()[right])
                .ifPresent(seen -> asked.add(new Asked(seen, right, weight)));
    }

    private static Question question(String text, Entry entry, LocalDate on) {
        return new Question(text, List.of(entry.validity().region()), on);
    }

    private static Entry without(Entry entry, int part) {
        List<String> variants = entry.wording().variants();
        List<String> kept = IntStream.range(0, variants.size())
                .filter(i -> i % PARTS != part)
                .mapToObj(variants::get)
                .toList();
        return new Entry(
                entry.id(),
                entry.topic(),
                new Wording(entry.question(), kept),
                entry.answer(),
                entry.sources(),
                entry.validity(),
                entry.action());
    }

    public Fitted fit() {
        List<Outcome> unseen = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            int held = part;
            Calibration others = fit(IntStream.range(0, asked.size())
                    .filter(i -> i % PARTS != held)
                    .mapToObj(asked::get)
                    .toList());
            IntStream.range(0, asked.size())
                    .filter(i -> i % PARTS == held)
                    .forEach(i -> unseen.add(outcome(asked.get(i), others)));
        }
        Calibration all = fit(asked);
        double direct = directFrom(unseen);
        double choices = choicesFrom(unseen, direct);
        return new Fitted(new Calibration(all.looks(), all.chance(), direct, choices), report(unseen, direct, choices));
    }

    private Calibration fit(List<Asked> some) {
        List<Double> looks = SoftmaxFit.of(some.stream()
                .filter(one -> one.right() >= 0)
                .map(one -> new SoftmaxFit.Example(one.seen().rows(), marked(one.right())))
                .toList());
        Calibration plain = new Calibration(looks, zeros(Calibration.Figure.values().length + 1), 1, 1);
        List<Double> chance = LogisticFit.of(some.stream()
                .map(one -> new LogisticFit.Case(
                        Inspection.figures(one.seen(), plain), one.right() >= 0 && rank(one, plain) == 0, one.weight()))
                .toList());
        return new Calibration(looks, chance, 1, 1);
    }

    private double[] marked(int right) {
        double[] marked = new double[entries];
        marked[right] = 1;
        return marked;
    }

    private static List<Double> zeros(int size) {
        return IntStream.range(0, size).mapToObj(_ -> 0.0).toList();
    }

    /** How many entries come before the right one. */
    private static long rank(Asked one, Calibration calibration) {
        double[][] rows = one.seen().rows();
        double score = calibration.score(rows[one.right()]);
        return IntStream.range(0, rows.length)
                .filter(i -> one.seen().mayServe()[i] && calibration.score(rows[i]) > score)
                .count();
    }

    private static Outcome outcome(Asked one, Calibration calibration) {
        double chance = calibration.chance(Inspection.figures(one.seen(), calibration));
        long rank = one.right() < 0 ? Long.MAX_VALUE : rank(one, calibration);
        return new Outcome(chance, rank == 0, rank < 3, one.right() >= 0, one.weight());
    }

    /** The lowest chance above which answers are right often enough, and hardly anything is answered that should not be. */
    private static double directFrom(List<Outcome> unseen) {
        List<Outcome> answerable = unseen.stream().filter(Outcome::answerable).toList();
        for (int step = (int) (STEPS / 2); step < STEPS; step++) {
            double from = step / STEPS;
            if (share(answerable, from, 1.01, Outcome::first) >= DIRECT_PRECISION
                    && falseShare(unseen, from) <= MOST_FALSE) {
                return from;
            }
        }
        return 1;
    }

    private static double choicesFrom(List<Outcome> unseen, double direct) {
        List<Outcome> answerable = unseen.stream().filter(Outcome::answerable).toList();
        for (int step = 1; step < direct * STEPS; step++) {
            double from = step / STEPS;
            if (share(answerable, from, direct, Outcome::amongThree) >= CHOICES_PRECISION
                    && falseShare(unseen, from) <= MOST_FALSE_CHOICES) {
                return from;
            }
        }
        return direct;
    }

    private static double share(
            List<Outcome> outcomes, double from, double to, java.util.function.Predicate<Outcome> good) {
        double all = 0;
        double right = 0;
        for (Outcome one : outcomes) {
            if (one.chance() >= from && one.chance() < to) {
                all += one.weight();
                right += good.test(one) ? one.weight() : 0;
            }
        }
        return all == 0 ? 0 : right / all;
    }

    private static double falseShare(List<Outcome> outcomes, double from) {
        long all = outcomes.stream().filter(one -> !one.answerable()).count();
        long wrong = outcomes.stream()
                .filter(one -> !one.answerable() && one.chance() >= from)
                .count();
        return all == 0 ? 0 : (double) wrong / all;
    }

    private static List<String> report(List<Outcome> unseen, double direct, double choices) {
        List<Outcome> answerable = unseen.stream().filter(Outcome::answerable).toList();
        double coverage = (double) answerable.stream()
                        .filter(one -> one.chance() >= direct)
                        .count()
                / answerable.size();
        double first = (double) answerable.stream().filter(Outcome::first).count() / answerable.size();
        double three = (double) answerable.stream().filter(Outcome::amongThree).count() / answerable.size();
        List<String> lines = new ArrayList<>(List.of(
                String.format(
                        Locale.ROOT,
                        "依据：%d 种问法（问时从条目里拿掉）和 %d 句不该回答的话；下面都是五折交叉验证。",
                        answerable.size(),
                        unseen.size() - answerable.size()),
                String.format(Locale.ROOT, "首位正确 %.3f，前三含有 %.3f。", first, three),
                String.format(
                        Locale.ROOT,
                        "直接回答（把握 ≥ %.3f）：覆盖 %.3f，正确率 %.3f，不该回答而答了 %.3f。",
                        direct,
                        coverage,
                        share(answerable, direct, 1.01, Outcome::first),
                        falseShare(unseen, direct)),
                String.format(
                        Locale.ROOT,
                        "给出选项（把握 ≥ %.3f）：三项里含有 %.3f。",
                        choices,
                        share(answerable, choices, direct, Outcome::amongThree))));
        for (double from : new double[] {0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95}) {
            lines.add(row(unseen, answerable, from));
        }
        return List.copyOf(lines);
    }

    /** What another threshold would have meant. */
    private static String row(List<Outcome> unseen, List<Outcome> answerable, double from) {
        long covered = answerable.stream().filter(one -> one.chance() >= from).count();
        return String.format(
                Locale.ROOT,
                "若把握 ≥ %.2f 就直接回答：覆盖 %.3f，正确率 %.3f（只看有答案的 %.3f），误答 %.3f",
                from,
                (double) covered / answerable.size(),
                share(unseen, from, 1.01, Outcome::first),
                share(answerable, from, 1.01, Outcome::first),
                falseShare(unseen, from));
    }
}
