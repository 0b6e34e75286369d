package cn.huying.knowledge.law.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dates as laws print them: 2018年12月29日. */
final class PrintedDate {
    private PrintedDate() {}

    /** The first one in a text. */
    static Optional<LocalDate> in(String text) {
        for (int year = text.indexOf('年'); year >= 0; year = text.indexOf('年', year + 1)) {
            Optional<LocalDate> date = around(text, year);
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> around(String text, int year) {
        int month = text.indexOf('月', year);
        int day = text.indexOf('日', Math.max(month, 0));
        if (year < 4 || month < 0 || day < 0 || month - year > 3 || day - month > 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(text, year - 4, year, 10),
                    Integer.parseInt(text, year + 1, month, 10),
                    Integer.parseInt(text, month + 1, day, 10)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Every day a text says something begins on: 自2021年1月1日起施行. */
    static List<LocalDate> beginnings(String text) {
        List<LocalDate> days = new ArrayList<>();
        for (int at = text.indexOf("施行"); at >= 0; at = text.indexOf("施行", at + 1)) {
            in(text.substring(Math.max(0, at - 14), at)).ifPresent(days::add);
        }
        return days;
    }
}
