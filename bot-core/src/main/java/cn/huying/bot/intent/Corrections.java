package cn.huying.bot.intent;

import java.util.List;
import java.util.Optional;

/** 不对，是单元门关不上: what stands after the words that take back what was told. */
public final class Corrections {
    private static final List<String> WRONG =
            List.of("不对", "不是", "说错了", "说错", "搞错了", "搞错", "弄错了", "写错了", "打错了", "错了", "更正", "改成", "换成", "我是说", "我说的是");

    private static final List<String> RIGHT = List.of("应该是", "而是", "改成", "改为", "是");

    /** 我说错了: how far into the words they may be taken back. */
    private static final int BEGINNING = 4;

    private Corrections() {}

    /** Empty when nothing is taken back, or nothing comes in its place. */
    public static Optional<String> of(String words) {
        return WRONG.stream()
                .filter(mark -> words.indexOf(mark) >= 0 && words.indexOf(mark) <= BEGINNING)
                .findFirst()
                .map(mark -> right(words.substring(words.indexOf(mark) + mark.length())))
                .filter(right -> !right.isEmpty());
    }

    private static String right(String rest) {
        return RIGHT.stream()
                .filter(rest::contains)
                .findFirst()
                .map(mark -> begun(rest.substring(rest.indexOf(mark) + mark.length())))
                .orElseGet(() -> begun(rest));
    }

    private static String begun(String words) {
        return Clauses.begun(words).strip();
    }
}
