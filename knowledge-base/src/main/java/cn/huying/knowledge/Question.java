package cn.huying.knowledge;

import java.time.LocalDate;
import java.util.List;

/**
 * What a resident asks.
 *
 * @param regions the places the resident belongs to, the most specific first, for example community, district, city; the whole country need
 *     not be named
 * @param on the day the answer must hold
 */
public record Question(String text, List<String> regions, LocalDate on) {
    public Question {
        regions = List.copyOf(regions);
    }
}
