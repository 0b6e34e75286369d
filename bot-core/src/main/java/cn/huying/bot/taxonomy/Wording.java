package cn.huying.bot.taxonomy;

import java.text.Normalizer;

/**
 * Brings the many ways of typing one word into one form: compatibility forms and full width, upper case, Chinese digits, common
 * traditional characters; spaces inside a text are dropped, line ends stay because they end a sentence. Linear in the length of the text.
 */
final class Wording {
    private static final String DIGITS = "〇零一二三四五六七八九";
    private static final String DIGIT_VALUES = "00123456789";
    private static final String TRADITIONAL =
            "電樓漏壞燈車輛佔臺門鎖鄰鬧聲響髒臭亂貼廣場業費價錢還賬騙買賣貨醫療險藥學園長護證戶籍遷墳喪裝潢牆頂倒塌陷積雪凍結氣網訊號線纜綠樹葉蟲鼠蚊貓維護權";
    private static final String SIMPLIFIED = "电楼漏坏灯车辆占台门锁邻闹声响脏臭乱贴广场业费价钱还账骗买卖货医疗险药学园长护证户籍迁坟丧装潢墙顶倒塌陷积雪冻结气网讯号线缆绿树叶虫鼠蚊猫维护权";
    private static final char[] FOLD = fold();

    private Wording() {}

    static String normal(String text) {
        String compatible = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder normal = new StringBuilder(compatible.length());
        for (int i = 0; i < compatible.length(); i++) {
            char c = compatible.charAt(i);
            if (c == '\n' || !isBlank(c)) {
                normal.append(FOLD[c]);
            }
        }
        return normal.toString();
    }

    /** Whether a character ends a sentence; a full stop of western writing does not, it stands in numbers. */
    static boolean endsSentence(char normal) {
        return switch (normal) {
            case '。', '!', '?', ';', '\n', '…' -> true;
            default -> false;
        };
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u3000' || Character.getType(c) == Character.FORMAT || Character.isSpaceChar(c);
    }

    private static char[] fold() {
        char[] fold = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < fold.length; c++) {
            fold[c] = Character.toLowerCase((char) c);
        }
        map(fold, DIGITS, DIGIT_VALUES);
        map(fold, TRADITIONAL, SIMPLIFIED);
        return fold;
    }

    private static void map(char[] fold, String from, String to) {
        for (int i = 0; i < from.length(); i++) {
            fold[from.charAt(i)] = to.charAt(i);
        }
    }
}
