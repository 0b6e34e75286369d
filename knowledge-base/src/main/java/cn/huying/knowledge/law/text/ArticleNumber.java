package cn.huying.knowledge.law.text;

import java.util.Comparator;
import java.util.Optional;

/**
 * The number of an article: 第一百二十条之一 is 120 and 1.
 *
 * @param inserted 0 where nothing was inserted after the article later
 */
public record ArticleNumber(int number, int inserted) implements Comparable<ArticleNumber> {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String UNITS = "十百千";
    private static final int MOST = 10_000;

    private static final char ORDINAL = '第';

    /** A number in a text, and where it ends. */
    public record Found(ArticleNumber number, int end) {}

    /** 第一百二十条之一, with Chinese or Arabic numerals; empty when the text is anything else. */
    public static Optional<ArticleNumber> of(String text) {
        return atStart(text).filter(found -> found.end() == text.length()).map(Found::number);
    }

    /** Of a text that begins with one: 第十条第二款. */
    public static Optional<Found> atStart(String text) {
        return isOrdinal(text, 0) ? numeral(text, 1) : Optional.empty();
    }

    /** Of what stands at a place in a text, also without 第 as people write it: 刑法264条. */
    public static Optional<Found> at(String text, int from) {
        return numeral(text, isOrdinal(text, from) ? from + 1 : from);
    }

    private static boolean isOrdinal(String text, int at) {
        return at < text.length() && text.charAt(at) == ORDINAL;
    }

    private static Optional<Found> numeral(String text, int from) {
        int end = endOfNumeral(text, from);
        int number = value(text.substring(from, end));
        if (number < 1 || end >= text.length() || text.charAt(end) != '条') {
            return Optional.empty();
        }
        end++;
        if (!text.startsWith("之", end)) {
            return Optional.of(new Found(new ArticleNumber(number, 0), end));
        }
        int endOfInserted = endOfNumeral(text, end + 1);
        int inserted = value(text.substring(end + 1, endOfInserted));
        return inserted < 1
                ? Optional.of(new Found(new ArticleNumber(number, 0), end))
                : Optional.of(new Found(new ArticleNumber(number, inserted), endOfInserted));
    }

    private static int endOfNumeral(String text, int from) {
        int end = from;
        while (end < text.length() && end < from + 9 && isNumeral(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNumeral(char c) {
        return (c >= '0' && c <= '9') || c == '〇' || DIGITS.indexOf(c) >= 0 || UNITS.indexOf(c) >= 0;
    }

    /** 0 when it is no number below ten thousand. */
    private static int value(String numeral) {
        int sum = 0;
        int digit = -1;
        for (char c : numeral.toCharArray()) {
            int unit = UNITS.indexOf(c);
            if (unit >= 0) {
                sum += (digit < 0 ? 1 : digit) * (int) Math.pow(10, unit + 1);
                digit = -1;
            } else {
                int next = c == '〇' ? 0 : c <= '9' ? c - '0' : DIGITS.indexOf(c);
                digit = digit <= 0 ? next : digit * 10 + next;
            }
        }
        int value = sum + Math.max(0, digit);
        return value < MOST && value > 0 ? value : 0;
    }

    /** Whether nothing can stand between that one and this one. */
    boolean follows(ArticleNumber before) {
        return number == before.number && inserted == before.inserted + 1
                || number == before.number + 1 && inserted == 0;
    }

    @Override
    public int compareTo(ArticleNumber other) {
        return Comparator.comparingInt(ArticleNumber::number)
                .thenComparingInt(ArticleNumber::inserted)
                .compare(this, other);
    }

    /** As printed. */
    @Override
    public String toString() {
        return "第" + chinese(number) + "条" + (inserted == 0 ? "" : "之" + chinese(inserted));
    }

    private static String chinese(int value) {
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int power = 3; power >= 0; power--) {
            int digit = value / (int) Math.pow(10, power) % 10;
            if (digit == 0) {
                gap = text.length() > 0;
                continue;
            }
            if (gap) {
                text.append('零');
                gap = false;
            }
            if (digit != 1 || power != 1 || text.length() > 0) {
                text.append(DIGITS.charAt(digit));
            }
            if (power > 0) {
                text.append(UNITS.charAt(power - 1));
            }
        }
        return text.toString();
    }
}
