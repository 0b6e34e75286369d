package cn.huying.api.embedded;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The encoded documents of a collection, each at the position the indexes know it by; a place that became free is used again. */
final class Shelf {
    private final List<byte @Nullable []> places = new ArrayList<>();
    private final Queue<Integer> free = new ArrayDeque<>();

    Integer add(byte[] bson) {
        Integer position = free.poll();
        if (position == null) {
            places.add(bson);
            return places.size() - 1;
        }
        places.set(position, bson);
        return position;
    }

    byte[] at(int position) {
        return Objects.requireNonNull(places.get(position));
    }

    void replace(int position, byte[] bson) {
        places.set(position, bson);
    }

    void clear(int position) {
        places.set(position, null);
        free.add(position);
    }

    int size() {
        return places.size() - free.size();
    }

    /** The occupied places, from the first or from the last on. */
    Stream<Integer> positions(boolean backwards) {
        int last = places.size() - 1;
        return IntStream.rangeClosed(0, last)
                .map(i -> backwards ? last - i : i)
                .filter(position -> places.get(position) != null)
                .boxed();
    }

    /** What is there now. */
    List<byte[]> all() {
        List<byte[]> all = new ArrayList<>(size());
        for (byte @Nullable [] bson : places) {
            if (bson != null) {
                all.add(bson);
            }
        }
        return all;
    }
}
