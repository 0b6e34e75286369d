package cn.huying.knowledge.fit;

import cn.huying.knowledge.fit.FaqLesson.Outcome;
import cn.huying.knowledge.fit.FaqQuestions.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines that justify a calibration. */
final class FaqReport {
    private static final double[] OTHERS = {0.5, 0.6, 0.7, 0.8, 0.9};

    private FaqReport() {}

    /** Questions a calibration had not seen, and the thresholds found without them. */
    record HeldOut(List<Outcome> outcomes, Thresholds thresholds) {}

    static List<String> lines(String name, List<Outcome> unseen, Thresholds thresholds, List<HeldOut> held) {
        List<String> lines = new ArrayList<>();
        lines.add("【" + name + "】都是五折交叉验证，没有一个数字来自拟合用过的问题：");
        List<Outcome> golden = of(unseen, Source.GOLDEN);
        lines.add(line("标准问题，阈值也由其余四折定", heldOut(held)));
        lines.add(line(text("标准问题，把握 ≥ %.3f", thresholds.direct()), at(golden, thresholds.direct())));
        lines.add(line(
                text("自拟问题，把握 ≥ %.3f", thresholds.direct()), at(of(unseen, Source.DEVELOPMENT), thresholds.direct())));
        List<Outcome> offered = Thresholds.between(
                golden.stream().filter(Outcome::answerable).toList(), thresholds.choices(), thresholds.direct());
        lines.add(
                text("给出选项（把握 ≥ %.3f）：三项里含有 %.3f", thresholds.choices(), Outcome.share(offered, Outcome::amongThree)));
        for (double other : OTHERS) {
            lines.add(line(text("若取 ≥ %.2f", other), at(golden, other)));
        }
        return lines;
    }

    private record Counts(int answerable, int first, int covered, int right, int others, int wrong) {
        Counts plus(Counts more) {
            return new Counts(
                    answerable + more.answerable,
                    first + more.first,
                    covered + more.covered,
                    right + more.right,
                    others + more.others,
                    wrong + more.wrong);
        }
    }

    private static List<Outcome> of(List<Outcome> outcomes, Source source) {
        return outcomes.stream().filter(one -> one.source() == source).toList();
    }

    private static Counts heldOut(List<HeldOut> held) {
        return held.stream()
                .map(one -> at(one.outcomes(), one.thresholds().direct()))
                .reduce(new Counts(0, 0, 0, 0, 0, 0), Counts::plus);
    }

    private static Counts at(List<Outcome> outcomes, double from) {
        List<Outcome> answerable = outcomes.stream().filter(Outcome::answerable).toList();
        List<Outcome> covered = Thresholds.between(answerable, from, 2);
        return new Counts(
                answerable.size(),
                (int) answerable.stream().filter(Outcome::first).count(),
                covered.size(),
                (int) covered.stream().filter(Outcome::first).count(),
                outcomes.size() - answerable.size(),
                (int) outcomes.stream()
                        .filter(one -> !one.answerable() && one.chance() >= from)
                        .count());
    }

    private static String line(String what, Counts counts) {
        return text(
                "%s：%d 条首位正确 %.4f，直接回答覆盖 %.4f、正确率 %.4f；不该回答的 %d 条答了 %.4f",
                what,
                counts.answerable(),
                share(counts.first(), counts.answerable()),
                share(counts.covered(), counts.answerable()),
                share(counts.right(), counts.covered()),
                counts.others(),
                share(counts.wrong(), counts.others()));
    }

    private static double share(int some, int all) {
        return all == 0 ? 0 : (double) some / all;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
