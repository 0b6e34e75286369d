package cn.huying.api.console.requests;

import java.util.List;

/**
 * A page of the list of requests. No resident's word is in it.
 *
 * @param next the address of the next page; empty at the end
 * @param number what was typed into the search, when it found nothing
 */
public record RequestList(List<Row> rows, Paging asked, Choices choices, String next, String number) {
    /** @param pressing whether it is an emergency or urgent; @param late whether it should be done by now */
    public record Row(
            String id,
            String number,
            String category,
            String place,
            String tier,
            boolean pressing,
            String state,
            String colour,
            String unit,
            String at,
            String due,
            boolean late) {}

    /** What can be chosen from. */
    public record Choices(List<Option> states, List<Option> grids, List<Option> categories, List<Option> tiers) {}

    public record Option(String value, String label) {}

    public RequestList {
        rows = List.copyOf(rows);
    }
}
