package cn.huying.api.console.letters;

import java.util.List;

/** What the program could not bring to an end by itself. */
public record LettersPage(List<Row> messages, List<Row> deliveries) {
    /**
     * One of them.
     *
     * @param what kind of message, or where it was to go
     * @param why it was given up
     * @param advice what to do about it
     * @param words what was said; empty unless the member may read it
     * @param request the id of the request it belongs to; empty for none
     */
    public record Row(String handle, String at, String what, String why, String advice, String words, String request) {
        @Override
        public String toString() {
            return handle;
        }
    }

    public LettersPage {
        messages = List.copyOf(messages);
        deliveries = List.copyOf(deliveries);
    }
}
