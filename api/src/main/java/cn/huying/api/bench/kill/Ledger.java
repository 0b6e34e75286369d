package cn.huying.api.bench.kill;

import cn.huying.api.bench.kill.Postman.Delivered;
import cn.huying.api.bench.load.Platform.Message;
import java.util.ArrayList;
import java.util.List;

/** What the platform's side knows for certain: every message it sent and what it was answered. */
final class Ledger {
    private final List<Delivered> delivered = new ArrayList<>();
    private final List<String> differing = new ArrayList<>();
    private final String busy;
    private int stopgaps;

    /** @param busy what is said of a message whose answer follows, because the store is away */
    Ledger(String busy) {
        this.busy = busy;
    }

    synchronized void add(Delivered message) {
        delivered.add(message);
    }

    synchronized int size() {
        return delivered.size();
    }

    synchronized List<Delivered> acknowledged() {
        return delivered.stream().filter(Delivered::acknowledged).toList();
    }

    synchronized List<Message> sent() {
        return delivered.stream().map(Delivered::message).toList();
    }

    /** How many needed more than one try. */
    synchronized long repeated() {
        return delivered.stream().filter(one -> one.tries() > 1).count();
    }

    /**
     * Notes what a message delivered once more was answered. A first answer without words promised them for later, so did the busy one, and one
     * without the number was the instructions that do not wait for the store: nothing to compare.
     */
    synchronized void deliveredAgain(Delivered first, Delivered again) {
        boolean stopgap = first.words().isEmpty()
                || first.words().contains(busy)
                || (first.number().isEmpty() && again.number().isPresent());
        if (!again.acknowledged()) {
            differing.add(first.described() + ": not acknowledged when delivered again");
        } else if (stopgap) {
            stopgaps++;
        } else if (!again.words().equals(first.words())) {
            differing.add(first.described() + ": first " + first.words() + ", then " + again.words());
        }
    }

    /** Messages whose later delivery was answered differently. */
    synchronized List<String> differing() {
        return List.copyOf(differing);
    }

    /** How many were first answered without what they came to. */
    synchronized int stopgaps() {
        return stopgaps;
    }
}
