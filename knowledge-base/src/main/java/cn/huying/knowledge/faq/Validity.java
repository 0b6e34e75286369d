package cn.huying.knowledge.faq;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Where and when an answer holds.
 *
 * @param region {@link #EVERYWHERE} or the name of a region, district or community
 * @param from the first day
 * @param until the last day, if an end is known
 * @param reviewed the day a person last checked it against its source
 */
public record Validity(String region, LocalDate from, Optional<LocalDate> until, LocalDate reviewed) {
    public static final String EVERYWHERE = "全国";

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }
}
