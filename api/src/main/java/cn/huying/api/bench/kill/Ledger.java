package cn.huying.api.bench.kill;

import cn.huying.api.bench.kill.Postman.Delivered;
import cn.huying.api.bench.load.Platform.Message;
import cn.huying.bot.request.RequestNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the platform's side knows for certain: every message it sent and what it was answered. */
final class Ledger {
    private final List<Delivered> delivered = new ArrayList<>();
    private int differing;

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

    /** Notes what a message delivered once more was answered. A first answer without words promised them for later: nothing to compare. */
    synchronized void deliveredAgain(Delivered first, Delivered again) {
        if (!again.acknowledged() || (!first.words().isEmpty() && !again.words().equals(first.words()))) {
            differing++;
        }
    }

    synchronized int differing() {
        return differing;
    }

    /** The request number a resident was told, if any. */
    static Optional<String> numberIn(String words) {
        return RequestNumber.find(words).map(RequestNumber::toString);
    }
}
