package cn.huying.knowledge.faq;

import java.time.LocalDate;
import java.time.Period;
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

    /** Laws and fees seldom stay as they are for longer: staff are to look again, and residents to know that nobody has. */
    private static final Period REVIEWED_FOR = Period.ofYears(1);

    /** Whether nobody has checked it for so long that somebody should. */
    public boolean isDueForReview(LocalDate today) {
        return reviewed.plus(REVIEWED_FOR).isBefore(today);
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }
}
