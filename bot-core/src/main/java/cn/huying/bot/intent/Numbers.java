package cn.huying.bot.intent;

import java.util.OptionalInt;

/** Numbers a resident picks a choice with: 2, 第二个, 选2, 二. */
final class Numbers {
    private static final String CHINESE = "零一二三四五六七八九十";
    private static final int MOST_DIGITS = 3;

    /** HY and the day; at least one digit follows. */
    private static final int REQUEST_NUMBER = 10;

    private Numbers() {}

    /** @param squeezed the message without spaces and punctuation */
    static OptionalInt read(String squeezed) {
        String number = without(squeezed, "第", "选", "我选", "选择", "选第");
        for (String unit : new String[] {"个", "号", "项", "条", "吧"}) {
            if (number.length() > unit.length() && number.endsWith(unit)) {
                number = number.substring(0, number.length() - unit.length());
            }
        }
        return number.isEmpty() || number.length() > MOST_DIGITS ? OptionalInt.empty() : parse(number);
    }

    /** The message without a request's number: hy202611210001没修好 is 没修好. @param squeezed without spaces and punctuation */
    static String withoutRequestNumber(String squeezed) {
        int start = squeezed.indexOf("hy");
        int end = start + 2;
        while (start >= 0 && end < squeezed.length() && squeezed.charAt(end) >= '0' && squeezed.charAt(end) <= '9') {
            end++;
        }
        return start >= 0 && end - start > REQUEST_NUMBER
                ? squeezed.substring(0, start) + squeezed.substring(end)
                : squeezed;
    }

    private static OptionalInt parse(String number) {
        if (number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalInt.of(Integer.parseInt(number));
        }
        if (number.equals("两")) {
            return OptionalInt.of(2);
        }
        int value = number.length() == 1 ? CHINESE.indexOf(number) : -1;
        return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static String without(String text, String... beginnings) {
        String longest = "";
        for (String beginning : beginnings) {
            if (text.startsWith(beginning) && beginning.length() > longest.length()) {
                longest = beginning;
            }
        }
        return text.substring(longest.length());
    }
}
