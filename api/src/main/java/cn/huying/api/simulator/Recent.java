package cn.huying.api.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last few of something, oldest first. What is pushed out is forgotten. */
final class Recent<T> {
    private final int capacity;
    private final Deque<T> items = new ArrayDeque<>();

    Recent(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(T item) {
        if (items.size() == capacity) {
            items.removeFirst();
        }
        items.addLast(item);
    }

    synchronized List<T> list() {
        return List.copyOf(items);
    }

    /** The newest {@code count}, oldest of them first. */
    synchronized List<T> last(int count) {
        return items.stream().skip(Math.max(0, items.size() - count)).toList();
    }
}
