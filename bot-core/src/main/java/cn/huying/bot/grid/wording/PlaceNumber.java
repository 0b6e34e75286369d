package cn.huying.bot.grid.wording;

/**
 * The numbers of buildings, units and rooms as people write them ({@code 3}, {@code 03}, {@code 3A}, {@code B12}, 三, 十二, 二十一,
 * 一百零三, 二〇三, 甲), and the one form they are compared in. Expects text from {@link PlaceText}.
 */
public final class PlaceNumber {
    private static final String NUMERALS = "零一二三四五六七八九";
    private static final String STEMS = "甲乙丙丁";
    private static final int MOST_DIGITS = 4;

    private PlaceNumber() {}

    /** Whether the whole text is one number in its compared form. */
    public static boolean isNumber(String text) {
        return !text.isEmpty()
                && end(text, 0) == text.length()
                && canonical(text, 0, text.length()).equals(text);
    }

    public static boolean isDigits(CharSequence text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static boolean isNumeral(char c) {
        return numeral(c) >= 0 || c == '十' || c == '百';
    }

    /**
     * Where the run of number characters that starts here ends; {@code from} when none starts here. The whole run is taken, so that a
     * part of a long number is never mistaken for a number.
     */
    public static int end(CharSequence text, int from) {
        if (from >= text.length()) {
            return from;
        }
        char first = text.charAt(from);
        int end = from;
        if (PlaceText.isLatin(first)) {
            while (end < text.length() && PlaceText.isLatin(text.charAt(end))) {
                end++;
            }
        } else if (isNumeral(first)) {
            while (end < text.length() && isNumeral(text.charAt(end))) {
                end++;
            }
        } else if (STEMS.indexOf(first) >= 0) {
            end++;
        }
        return end;
    }

    /** The compared form of a run found by {@link #end}; empty when the run is no number of a building, unit or room. */
    static String canonical(CharSequence text, int from, int end) {
        char first = text.charAt(from);
        if (STEMS.indexOf(first) >= 0) {
            return String.valueOf(first);
        }
        return isNumeral(first) ? numerals(text, from, end) : latin(text, from, end);
    }

    /** Up to four digits with at most one letter before or after, or one letter alone. */
    private static String latin(CharSequence text, int from, int end) {
        int start = from;
        int stop = end;
        if (isLetter(text.charAt(from))) {
            start++;
        } else if (isLetter(text.charAt(end - 1))) {
            stop--;
        }
        if (stop - start > MOST_DIGITS || (stop == start && end - from > 1)) {
            return "";
        }
        for (int i = start; i < stop; i++) {
            if (isLetter(text.charAt(i))) {
                return "";
            }
        }
        while (start < stop - 1 && text.charAt(start) == '0') {
            start++;
        }
        String letterBefore =
                isLetter(text.charAt(from)) ? text.subSequence(from, from + 1).toString() : "";
        String letterAfter = stop < end ? text.subSequence(stop, end).toString() : "";
        return letterBefore + text.subSequence(start, stop) + letterAfter;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static int numeral(char c) {
        return c == '〇' ? 0 : NUMERALS.indexOf(c);
    }

    private static String numerals(CharSequence text, int from, int end) {
        if (end - from > 5) {
            return "";
        }
        boolean positional = false;
        for (int i = from; i < end; i++) {
            positional |= text.charAt(i) == '十' || text.charAt(i) == '百';
        }
        int value = positional ? counted(text, from, end) : spelled(text, from, end);
        return value <= 0 ? "" : Integer.toString(value);
    }

    /** 二〇三: digit by digit. */
    private static int spelled(CharSequence text, int from, int end) {
        int value = 0;
        for (int i = from; i < end; i++) {
            value = value * 10 + numeral(text.charAt(i));
        }
        return end - from > MOST_DIGITS ? -1 : value;
    }

    /** 一百零三, 二十一, 十二; -1 when the order makes no sense, as in 十百. */
    private static int counted(CharSequence text, int from, int end) {
        int value = 0;
        int digit = -1;
        int lastUnit = 1000;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '十' || c == '百') {
                int unit = c == '十' ? 10 : 100;
                if (unit >= lastUnit || (digit <= 0 && i != from)) {
                    return -1;
                }
                value += (digit < 0 ? 1 : digit) * unit;
                lastUnit = unit;
                digit = -1;
            } else if (digit > 0) {
                return -1;
            } else {
                digit = numeral(c);
            }
        }
        return value + Math.max(digit, 0);
    }
}
