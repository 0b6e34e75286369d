package cn.huying.api.console.requests;

import java.util.List;

/**
 * One request. May hold the resident's words and address: for the page only, so it prints nothing of them.
 *
 * @param words empty unless the member may read them
 * @param missed what the resident should have been told and was not
 * @param seen how many lines the history has, for the forms
 */
public record RequestPage(
        RequestList.Row head,
        Words words,
        List<Line> history,
        List<Deadline> deadlines,
        List<DeedForm> deeds,
        List<String> missed,
        int seen) {
    /** @param readable whether this member may read them */
    public record Words(boolean readable, String text, String address) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /** @param who a staff id, or what kind of person; @param code a unit, a reason; @param note what was said, may be empty */
    public record Line(String when, String what, String who, String code, String note, String colour) {
        @Override
        public String toString() {
            return when + ' ' + what;
        }
    }

    /** @param late whether it has passed */
    public record Deadline(String what, String when, boolean late) {}

    /** @param open whether it is shown unfolded */
    public record DeedForm(
            String path, String label, String hint, boolean grave, boolean open, List<FieldView> fields) {}

    /** @param kind how it is drawn: {@code unit}, {@code reason}, {@code text}, {@code line}, {@code date} */
    public record FieldView(
            String name,
            String kind,
            String label,
            String hint,
            boolean required,
            String value,
            String flaw,
            List<RequestList.Option> options) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Override
    public String toString() {
        return head.number();
    }
}
