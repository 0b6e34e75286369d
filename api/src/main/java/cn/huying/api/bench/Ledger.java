package cn.huying.api.bench;

import cn.huying.api.bench.Platform.Message;
import cn.huying.api.bench.Postman.Delivered;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the platform's side knows for certain: every message it sent and what it was answered. */
final class Ledger {
    private static final String NUMBER_START = "HY";
    private static final int DAY_DIGITS = 8;

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

    /** The request number a resident was told, for example {@code HY20261121-0042}. */
    static Optional<String> numberIn(String words) {
        for (int at = words.indexOf(NUMBER_START); at >= 0; at = words.indexOf(NUMBER_START, at + 1)) {
            int dash = at + NUMBER_START.length() + DAY_DIGITS;
            int end = digits(words, dash + 1);
            if (digits(words, at + NUMBER_START.length()) == dash && words.startsWith("-", dash) && end > dash + 1) {
                return Optional.of(words.substring(at, end));
            }
        }
        return Optional.empty();
    }

    /** Where the digits that begin there end. */
    private static int digits(String words, int from) {
        int at = from;
        while (at < words.length() && words.charAt(at) >= '0' && words.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
