package cn.huying.bot.taxonomy.reading;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The words found in one sentence, ordered by their end, the longest first where several end together. */
final class Hits implements WordAutomaton.Sink {
    private int[] words = new int[64];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] swallowed = new boolean[64];
    private int size;

    void clear() {
        size = 0;
    }

    @Override
    public void found(int word, int start, int end) {
        if (size == words.length) {
            words = Arrays.copyOf(words, size * 2);
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            swallowed = new boolean[size * 2];
        }
        words[size] = word;
        starts[size] = start;
        ends[size++] = end;
    }

    int size() {
        return size;
    }

    int word(int hit) {
        return words[hit];
    }

    int start(int hit) {
        return starts[hit];
    }

    int end(int hit) {
        return ends[hit];
    }

    /** Whether the hit lies inside a longer strong word, which alone counts then. */
    boolean swallowed(int hit) {
        return swallowed[hit];
    }

    /** One walk from the end: a hit lies inside another exactly when one that ends no earlier starts no later. */
    void markSwallowed(IntPredicate strong) {
        int earliest = Integer.MAX_VALUE;
        for (int last = size - 1; last >= 0; ) {
            int group = last;
            while (group > 0 && ends[group - 1] == ends[last]) {
                group--;
            }
            for (int i = group; i <= last; i++) {
                swallowed[i] = earliest <= starts[i];
                if (starts[i] < earliest && strong.test(words[i])) {
                    earliest = starts[i];
                }
            }
            last = group - 1;
        }
    }
}
