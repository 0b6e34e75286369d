package cn.huying.api.console.broadcasts;

import cn.huying.api.console.requests.RequestList.Option;
import java.util.List;

/** What the pages of broadcasts show. */
public final class BroadcastPages {
    private BroadcastPages() {}

    /** @param mayWrite whether a new one can be begun here */
    public record Listing(List<Row> rows, boolean mayWrite) {}

    /** @param kind what it is about, for people */
    public record Row(String id, String title, String kind, String state, String colour, String at, String by) {}

    /**
     * The form of a draft.
     *
     * @param id empty for a new one
     * @param fixed whether it goes to those who were told of an alert, which nobody can change
     * @param flaw why it was not taken; empty otherwise
     */
    public record Form(String id, Typed typed, List<Option> grids, boolean fixed, String flaw) {}

    /** @param channel to residents: {@code MASS_SEND}, {@code CUSTOMER_SERVICE} or {@code NONE} */
    public record Typed(String title, String text, String expires, List<String> grids, String channel, boolean groups) {
        public Typed {
            grids = List.copyOf(grids);
        }
    }

    /** As the resident and the group would read it. */
    public record Preview(String resident, String group, String time) {}

    /**
     * One broadcast.
     *
     * @param seal of exactly what is shown here; an approval says it back
     * @param buttons the paths of what the member may do now
     */
    public record Page(
            Row head,
            Preview preview,
            String expires,
            List<String> grids,
            List<String> channels,
            List<Line> history,
            List<String> buttons,
            String seal,
            Progress progress) {
        public boolean offers(String button) {
            return buttons.contains(button);
        }
    }

    public record Line(String when, String what, String who, String note) {}

    /**
     * How far it is.
     *
     * @param id for asking again
     * @param state as this was shown, told back when asking again
     * @param live whether it still changes
     * @param done of a hundred
     */
    public record Progress(
            String id,
            String state,
            boolean live,
            int recipients,
            int done,
            List<Figure> figures,
            List<Figure> reasons) {
        public boolean begun() {
            return recipients > 0;
        }
    }

    public record Figure(String label, int count, String colour) {}
}
