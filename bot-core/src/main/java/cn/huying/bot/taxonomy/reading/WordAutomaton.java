package cn.huying.bot.taxonomy.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds every occurrence of every word in one pass (Aho-Corasick): the time depends on the length of the text and the number of
 * occurrences, not on the number of words. Immutable, shared by all threads.
 */
final class WordAutomaton {
    private static final int ROOT = 0;
    private static final int NONE = -1;

    /** Receives the occurrences, ordered by their end; of those that end together the longest comes first. */
    interface Sink {
        void found(int word, int start, int end);
    }

    private final int[] lengths;
    private final int[] words;
    private final int[] fails;
    private final int[] shorter;
    private final long[] edges;
    private final int[] targets;
    private final int mask;

    /** @param vocabulary distinct, non-empty words; a word is known by its place in this list */
    WordAutomaton(List<String> vocabulary) {
        List<Map<Character, Integer>> trie = new ArrayList<>(List.of(new HashMap<>()));
        Map<Integer, Integer> ends = new HashMap<>();
        lengths = new int[vocabulary.size()];
        for (int word = 0; word < vocabulary.size(); word++) {
            lengths[word] = vocabulary.get(word).length();
            ends.put(grow(trie, vocabulary.get(word)), word);
        }
        int states = trie.size();
        words = new int[states];
        fails = new int[states];
        shorter = new int[states];
        Arrays.fill(words, NONE);
        ends.forEach((state, word) -> words[state] = word);
        int slots = Integer.highestOneBit(Math.max(2, states)) << 2;
        mask = slots - 1;
        edges = new long[slots];
        targets = new int[slots];
        Arrays.fill(edges, NONE);
        link(trie);
    }

    private static int grow(List<Map<Character, Integer>> trie, String word) {
        int state = ROOT;
        for (int i = 0; i < word.length(); i++) {
            Integer next = trie.get(state).get(word.charAt(i));
            if (next == null) {
                next = trie.size();
                trie.add(new HashMap<>());
                trie.get(state).put(word.charAt(i), next);
            }
            state = next;
        }
        return state;
    }

    /** Breadth first, so that the shorter suffix a state falls back to is always linked before it. */
    private void link(List<Map<Character, Integer>> trie) {
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(ROOT));
        while (!open.isEmpty()) {
            int state = open.remove();
            trie.get(state).forEach((c, next) -> {
                int fail = state == ROOT ? ROOT : step(fails[state], c);
                fails[next] = fail;
                shorter[next] = words[fail] == NONE ? shorter[fail] : fail;
                put(state, c, next);
                open.add(next);
            });
        }
    }

    void scan(CharSequence text, int from, int to, Sink sink) {
        int state = ROOT;
        for (int i = from; i < to; i++) {
            state = step(state, text.charAt(i));
            for (int s = words[state] == NONE ? shorter[state] : state; s != ROOT; s = shorter[s]) {
                sink.found(words[s], i + 1 - lengths[words[s]], i + 1);
            }
        }
    }

    private int step(int from, char c) {
        int state = from;
        while (true) {
            int next = next(state, c);
            if (next != NONE) {
                return next;
            }
            if (state == ROOT) {
                return ROOT;
            }
            state = fails[state];
        }
    }

    private int next(int state, char c) {
        long edge = edge(state, c);
        for (int slot = slot(edge); edges[slot] != NONE; slot = (slot + 1) & mask) {
            if (edges[slot] == edge) {
                return targets[slot];
            }
        }
        return NONE;
    }

    private void put(int state, char c, int next) {
        long edge = edge(state, c);
        int slot = slot(edge);
        while (edges[slot] != NONE) {
            slot = (slot + 1) & mask;
        }
        edges[slot] = edge;
        targets[slot] = next;
    }

    private int slot(long edge) {
        return (int) ((edge * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    }

    private static long edge(int state, char c) {
        return (long) state << Character.SIZE | c;
    }
}
