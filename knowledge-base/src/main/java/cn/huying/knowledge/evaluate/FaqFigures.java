package cn.huying.knowledge.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good the answers are.
 *
 * @param withoutEntry questions left out because their entry is not there
 * @param top1 the share of answerable questions whose first entry is right, whatever was said
 * @param coverage the share of answerable questions answered at once
 * @param precision the share of those answered right
 * @param choicesHold the share of offered choices that have the right one
 * @param unknown the share of answerable questions said not to be known
 * @param falseAnswers the share of unanswerable questions answered at once
 * @param falseChoices the share of unanswerable questions offered choices
 * @param falseByKind false answers by why the question has none
 * @param decidedByMeaning the share of all questions that needed the encoder
 */
public record FaqFigures(
        int answerable,
        int withoutEntry,
        int unanswerable,
        double top1,
        double coverage,
        double precision,
        double choicesHold,
        double unknown,
        double falseAnswers,
        double falseChoices,
        Map<String, Double> falseByKind,
        double decidedByMeaning,
        double p50Ms,
        double p99Ms) {
    public static final double LEAST_TOP1 = 0.93;
    public static final double LEAST_PRECISION = 0.97;
    public static final double LEAST_COVERAGE = 0.75;
    public static final double MOST_FALSE = 0.03;

    public FaqFigures {
        falseByKind = Map.copyOf(falseByKind);
    }

    public boolean meetsBars() {
        return top1 >= LEAST_TOP1
                && precision >= LEAST_PRECISION
                && coverage >= LEAST_COVERAGE
                && falseAnswers <= MOST_FALSE;
    }

    public List<String> lines() {
        return List.of(
                text("标准问题 %d 条（另有 %d 条的条目还没有），不该回答的 %d 条", answerable, withoutEntry, unanswerable),
                bar(top1 >= LEAST_TOP1, text("首位正确 %.4f（≥ %.2f）", top1, LEAST_TOP1)),
                bar(precision >= LEAST_PRECISION, text("直接回答的正确率 %.4f（≥ %.2f）", precision, LEAST_PRECISION)),
                bar(coverage >= LEAST_COVERAGE, text("直接回答的覆盖 %.4f（≥ %.2f）", coverage, LEAST_COVERAGE)),
                bar(falseAnswers <= MOST_FALSE, text("不该回答而答了 %.4f（≤ %.2f）", falseAnswers, MOST_FALSE)),
                "        其中 " + new TreeMap<>(falseByKind),
                text("给出选项时三项里含有 %.4f；答作不知道 %.4f；不该回答而给了选项 %.4f", choicesHold, unknown, falseChoices),
                text("用到句向量 %.4f；p50 %.2f 毫秒，p99 %.2f 毫秒", decidedByMeaning, p50Ms, p99Ms));
    }

    private static String bar(boolean met, String what) {
        return (met ? "达到    " : "未达到  ") + what;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
