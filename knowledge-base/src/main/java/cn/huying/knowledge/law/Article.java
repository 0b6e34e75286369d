package cn.huying.knowledge.law;

/**
 * One article of a law, the passage legal questions are answered from.
 *
 * @param id as its source names it
 * @param law the name of the law, 中华人民共和国民法典
 * @param number as printed, 第二百九十三条; empty where there is none
 */
public record Article(String id, String law, String number, String text) {
    private static final String NUMERALS = "零〇一二三四五六七八九十百千0123456789";

    /** @param name the law and the number in one, 中华人民共和国民法典第二百九十三条 */
    public static Article named(String id, String name, String text) {
        int start = startOfNumber(name);
        return new Article(id, name.substring(0, start), name.substring(start), text);
    }

    /** What is read for its meaning: an article rarely says itself what its law is about. */
    public String passage() {
        return law + number + "：" + text;
    }

    private static int startOfNumber(String name) {
        int from = name.indexOf('第');
        while (from >= 0) {
            int end = from + 1;
            while (end < name.length() && NUMERALS.indexOf(name.charAt(end)) >= 0) {
                end++;
            }
            if (end > from + 1 && end < name.length() && name.charAt(end) == '条') {
                return from;
            }
            from = name.indexOf('第', from + 1);
        }
        return name.length();
    }
}
