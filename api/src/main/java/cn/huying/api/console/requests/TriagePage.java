package cn.huying.api.console.requests;

import java.util.List;

/** Requests nobody could route. */
public record TriagePage(List<Waiting> waiting) {
    /** @param why no machine could decide; @param words of the resident, for whoever decides */
    public record Waiting(RequestList.Row row, String why, String words) {
        @Override
        public String toString() {
            return row.number();
        }
    }

    public TriagePage {
        waiting = List.copyOf(waiting);
    }
}
