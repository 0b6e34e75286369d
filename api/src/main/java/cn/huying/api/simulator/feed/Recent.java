package cn.huying.api.simulator.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last few of something, oldest first. What is pushed out is forgotten. For one thread only. */
public final class Recent<T> {
    private final int capacity;
    private final Deque<T> items = new ArrayDeque<>();

    public Recent(int capacity) {
        this.capacity = capacity;
    }

    public void add(T item) {
        if (items.size() == capacity) {
            items.removeFirst();
        }
        items.addLast(item);
    }

    public List<T> list() {
        return List.copyOf(items);
    }

    /** The newest {@code count}, oldest of them first. */
    public List<T> last(int count) {
        return items.stream().skip(Math.max(0, items.size() - count)).toList();
    }
}
