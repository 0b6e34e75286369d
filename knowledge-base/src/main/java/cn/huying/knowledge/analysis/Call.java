package cn.huying.knowledge.analysis;

import java.util.List;

/** Signs that somebody wants something done rather than to know something: words that call for help, and the place it is wanted at. */
public final class Call {
    private static final PhraseMatcher WORDS = PhraseMatcher.of(List.of(
            "派人", "来人", "快来", "赶紧", "报修", "登记", "反映", "我要投诉", "帮我", "给我", "请你们", "麻烦", "处理一下", "尽快", "修一下", "通知", "催",
            "转给", "请派", "请安排", "叫人", "来看看", "来修", "管管", "回电话", "建议", "希望"));
    private static final String NUMERALS = "0123456789一二三四五六七八九十";
    private static final String COUNTED = "栋幢座室楼";
    private static final int MOST = 2;
    /** A house, a room or a case is told by so many digits in a row. */
    private static final int LONG_NUMBER = 3;

    private Call() {}

    /** How many words call for help, two at most. */
    public static int words(String text) {
        int[] count = new int[1];
        WORDS.scan(text, (_, _, _) -> count[0]++);
        return Math.min(MOST, count[0]);
    }

    /** Whether a certain place is named: 3栋, 二单元, 东门, 1502. */
    public static boolean namesPlace(String text) {
        int numerals = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean gate = c == '门' && i > 0 && "东西南北".indexOf(text.charAt(i - 1)) >= 0;
            if (gate || (numerals > 0 && isCounted(text, i)) || digits >= LONG_NUMBER) {
                return true;
            }
            numerals = NUMERALS.indexOf(c) >= 0 ? numerals + 1 : 0;
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
        }
        return digits >= LONG_NUMBER;
    }

    private static boolean isCounted(String text, int at) {
        return COUNTED.indexOf(text.charAt(at)) >= 0 || text.startsWith("号楼", at) || text.startsWith("单元", at);
    }
}
