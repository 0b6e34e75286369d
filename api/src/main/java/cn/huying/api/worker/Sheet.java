package cn.huying.api.worker;

import java.util.List;
import java.util.Set;

/**
 * A request as a worker reads it. Holds the resident's words and address: for the page only, so it prints nothing of them.
 *
 * @param pressing whether it is an emergency or urgent
 * @param unit who handles it; empty before it was dispatched
 * @param steps the paths of the buttons, empty when there is nothing to do or it is for others to do
 * @param mine whether it is for this worker to handle
 * @param seen how many lines the history has, for the forms
 */
public record Sheet(
        Head head,
        String unit,
        String address,
        String words,
        List<Deadline> deadlines,
        List<Line> history,
        Set<String> steps,
        boolean mine,
        int seen) {
    /** What it is, and where it stands. */
    public record Head(String id, String number, String category, String tier, boolean pressing, String state) {}

    /** @param late whether it has passed */
    public record Deadline(String what, String when, boolean late) {}

    /** @param who a worker's id, or what kind of person; @param note what was said, may be empty; @param proof may be empty */
    public record Line(String when, String what, String who, String note, String proof) {
        @Override
        public String toString() {
            return when + ' ' + what;
        }
    }

    public Sheet {
        deadlines = List.copyOf(deadlines);
        history = List.copyOf(history);
        steps = Set.copyOf(steps);
    }

    public boolean offers(String step) {
        return steps.contains(step);
    }

    @Override
    public String toString() {
        return head.number();
    }
}
