package cn.huying.bot.request;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * The number people say: {@code HY20261121-0042}. Counts up within a day of the installation's zone. For humans only, it never authorises
 * anything.
 */
public record RequestNumber(LocalDate day, long ordinal) implements Comparable<RequestNumber> {
    private static final int DAY_DIGITS = 8;
    private static final int FEWEST_DIGITS = 4;
    private static final int MOST_DIGITS = 9;

    public RequestNumber {
        if (ordinal < 1 || day.getYear() < 2000 || day.getYear() > 9999) {
            throw new IllegalArgumentException("no number of a request: " + day + ' ' + ordinal);
        }
    }

    /** The number if that is exactly what the text is. */
    public static Optional<RequestNumber> parse(String text) {
        return find(text).filter(number -> number.toString().equals(text));
    }

    /** The first number in a text as a resident may type it: small letters, spaces or no dash, missing zeros. */
    public static Optional<RequestNumber> find(String text) {
        for (int at = 0; at + 2 + DAY_DIGITS < text.length(); at++) {
            if ((text.charAt(at) | 0x20) == 'h' && (text.charAt(at + 1) | 0x20) == 'y') {
                Optional<RequestNumber> number = readAt(text, at + 2);
                if (number.isPresent()) {
                    return number;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<RequestNumber> readAt(String text, int start) {
        int dayFrom = skip(text, start);
        int dayTo = digitsEnd(text, dayFrom, DAY_DIGITS);
        int ordinalFrom = skip(text, dayTo);
        int ordinalTo = digitsEnd(text, ordinalFrom, MOST_DIGITS);
        if (dayTo - dayFrom != DAY_DIGITS || ordinalFrom == ordinalTo) {
            return Optional.empty();
        }
        int date = Integer.parseInt(text, dayFrom, dayTo, 10);
        try {
            LocalDate day = LocalDate.of(date / 10_000, date / 100 % 100, date % 100);
            return Optional.of(new RequestNumber(day, Long.parseLong(text, ordinalFrom, ordinalTo, 10)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int skip(String text, int from) {
        int at = from;
        while (at < text.length() && " -－—–_".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int digitsEnd(String text, int from, int most) {
        int end = from;
        while (end < text.length() && end - from < most && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    @Override
    public int compareTo(RequestNumber other) {
        int days = day.compareTo(other.day);
        return days != 0 ? days : Long.compare(ordinal, other.ordinal);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "HY%s-%0" + FEWEST_DIGITS + "d", DateTimeFormatter.BASIC_ISO_DATE.format(day), ordinal);
    }
}
