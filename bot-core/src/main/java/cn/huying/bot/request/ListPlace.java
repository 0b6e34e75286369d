package cn.huying.bot.request;

import java.time.Instant;
import java.util.Comparator;

/** A place in the list of all requests, newest first; where the next page begins whatever was added in front meanwhile. */
public record ListPlace(Instant at, RequestId id) implements Comparable<ListPlace> {
    private static final Comparator<ListPlace> NEWEST_FIRST = Comparator.comparing(ListPlace::at)
            .thenComparing(place -> place.id().value())
            .reversed();

    public static ListPlace of(ServiceRequest request) {
        return new ListPlace(request.submission().at(), request.id());
    }

    @Override
    public int compareTo(ListPlace other) {
        return NEWEST_FIRST.compare(this, other);
    }
}
