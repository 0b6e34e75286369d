package cn.huying.knowledge.analysis;

import java.util.List;

/**
 * Chinese numerals in digits, where they count something: 三栋 is 3栋, 一百二十块 120块, 二〇二四年 2024年, 两 as it is meant. What only looks
 * like one stays: 一起, 五险一金, 三七二十一, 十一 (the holiday), 三五天 (some days). Linear in the length of the text.
 */
public final class Numerals {
    private static final String NUMERALS = "〇零一二三四五六七八九两十百千";
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String RANKS = "十百千";
    private static final int[] POWERS = {1, 10, 100, 1_000};

    private static final String UNITS = "年月日号天周岁个次元块角平米斤楼层栋幢座室户人级条份期套间胎孩万亿倍页名位张台辆门点成";
    private static final List<String> LONG_UNITS =
            List.of("分钟", "小时", "单元", "公里", "公斤", "星期", "礼拜", "季度", "钟头", "毛钱", "分钱");
    /** With these in front, 一 is part of a word: 统一, 唯一, 同一, 万一. */
    private static final String JOINED = "统唯单同专划归逐";
    /** With these behind, 一 counts nothing: 一点, 一门, 一位, 一成. */
    private static final String VAGUE = "点门位成";
    /** Up to here a number is also a word: 十一 is a holiday. */
    private static final int TEENS = 19;
    /** Read one by one, so many digits are a number; fewer are 三五天 or 五一. */
    private static final int SPELT = 3;

    private static final int NONE = -1;

    private Numerals() {}

    /** @param text in its one spelling, see {@link PlainText#folded} */
    public static String inDigits(String text) {
        int start = next(text, 0);
        if (start == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        while (start < text.length()) {
            int end = end(text, start);
            String number = number(text, start, end);
            if (!number.isEmpty()) {
                out.append(text, copied, start).append(number);
                copied = end;
            }
            start = next(text, end);
        }
        return out.append(text, copied, text.length()).toString();
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && !isNumeral(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && isNumeral(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isNumeral(char c) {
        return NUMERALS.indexOf(c) >= 0;
    }

    /** Empty where it is none, or counts nothing. */
    private static String number(String text, int start, int end) {
        if (end - start == 1 && text.charAt(start) == '一' && isWord(text, start)) {
            return "";
        }
        String numeral = text.substring(start, end).replace('两', '二').replace('〇', '零');
        int value = value(numeral);
        if (value != NONE) {
            return isUnit(text, end) || value > TEENS ? Integer.toString(value) : "";
        }
        return isSpelt(numeral, isUnit(text, end)) ? digits(numeral) : "";
    }

    private static boolean isWord(String text, int at) {
        return (at > 0 && JOINED.indexOf(text.charAt(at - 1)) >= 0)
                || (at + 1 < text.length() && VAGUE.indexOf(text.charAt(at + 1)) >= 0);
    }

    private static boolean isUnit(String text, int at) {
        return at < text.length()
                && (UNITS.indexOf(text.charAt(at)) >= 0
                        || LONG_UNITS.stream().anyMatch(unit -> text.startsWith(unit, at)));
    }

    /** Its value where it is written as numbers are, or as they are said: 一百五 is 150. Otherwise {@link #NONE}. */
    private static int value(String numeral) {
        int said = numeral.length() - 2;
        int unit = said < 0 ? -1 : RANKS.indexOf(numeral.charAt(said));
        return unit > 0 && DIGITS.indexOf(numeral.charAt(said + 1)) > 0
                ? exact(numeral + RANKS.charAt(unit - 1))
                : exact(numeral);
    }

    private static int exact(String numeral) {
        int sum = 0;
        int digit = 1;
        for (int i = 0; i < numeral.length(); i++) {
            int rank = RANKS.indexOf(numeral.charAt(i));
            if (rank >= 0) {
                sum += digit * POWERS[rank + 1];
                digit = 0;
            } else {
                digit = DIGITS.indexOf(numeral.charAt(i));
            }
        }
        int value = RANKS.indexOf(numeral.charAt(numeral.length() - 1)) >= 0 ? sum : sum + digit;
        return value > 0 && written(value).equals(numeral) ? value : NONE;
    }

    /** 120 is 一百二十: a positive number below ten thousand, as it is printed. */
    public static String written(int value) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int power = POWERS.length - 1; power >= 0; power--) {
            int digit = value / POWERS[power] % 10;
            if (digit == 0) {
                gap = !text.isEmpty();
                continue;
            }
            if (gap) {
                text.append(DIGITS.charAt(0));
                gap = false;
            }
            if (digit != 1 || power != 1 || !text.isEmpty()) {
                text.append(DIGITS.charAt(digit));
            }
            if (power > 0) {
                text.append(RANKS.charAt(power - 1));
            }
        }
        return text.toString();
    }

    /** 一一零 and 二零二四 are read digit by digit; 三五天 and 七八岁 are a guess, 五一 a holiday. */
    private static boolean isSpelt(String numeral, boolean counts) {
        for (int i = 0; i < numeral.length(); i++) {
            if (DIGITS.indexOf(numeral.charAt(i)) < 0) {
                return false;
            }
        }
        return numeral.length() >= SPELT || (counts && numeral.length() > 1 && numeral.indexOf(DIGITS.charAt(0)) > 0);
    }

    private static String digits(String numeral) {
        StringBuilder digits = new StringBuilder(numeral.length());
        for (int i = 0; i < numeral.length(); i++) {
            digits.append(DIGITS.indexOf(numeral.charAt(i)));
        }
        return digits.toString();
    }
}
