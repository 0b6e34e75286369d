package cn.huying.knowledge.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Finds every occurrence of every phrase in one pass over a text (Aho-Corasick). The time grows with the length of the text and the number of
 * occurrences, never with the number of phrases; no text makes it backtrack. Immutable once built.
 */
public final class PhraseMatcher {
    private static final int ROOT = 0;
    private static final int NONE = -1;

    private final int[] lengths;
    private final Edges edges;
    /** Where to go on when no edge fits: the longest proper suffix that is also the beginning of a phrase. */
    private final int[] fail;
    /** The phrase that ends at a node, or NONE. */
    private final int[] ends;
    /** The next node on the way of suffixes at which a phrase ends, or ROOT. */
    private final int[] shorter;

    /** Called for each occurrence. */
    @FunctionalInterface
    public interface Occurrence {
        /**
         * @param phrase the place of the phrase in the list it was built from
         * @param start where it begins
         * @param end where it ends, exclusive
         */
        void at(int phrase, int start, int end);
    }

    private PhraseMatcher(List<String> phrases) {
        int capacity = 1 + phrases.stream().mapToInt(String::length).sum();
        lengths = phrases.stream().mapToInt(String::length).toArray();
        edges = new Edges(capacity);
        fail = new int[capacity];
        ends = new int[capacity];
        shorter = new int[capacity];
        Arrays.fill(ends, NONE);
        linkSuffixes(grow(phrases));
    }

    /** @throws IllegalArgumentException for an empty phrase or one that is there twice */
    public static PhraseMatcher of(Collection<String> phrases) {
        return new PhraseMatcher(List.copyOf(phrases));
    }

    public void scan(CharSequence text, Occurrence occurrence) {
        int node = ROOT;
        for (int i = 0; i < text.length(); i++) {
            node = next(node, text.charAt(i));
            for (int at = ends[node] == NONE ? shorter[node] : node; at != ROOT; at = shorter[at]) {
                int phrase = ends[at];
                occurrence.at(phrase, i + 1 - lengths[phrase], i + 1);
            }
        }
    }

    /** Whether any phrase occurs. */
    public boolean occursIn(CharSequence text) {
        int node = ROOT;
        for (int i = 0; i < text.length(); i++) {
            node = next(node, text.charAt(i));
            if (ends[node] != NONE || shorter[node] != ROOT) {
                return true;
            }
        }
        return false;
    }

    private int next(int from, char c) {
        int node = from;
        int to = edges.get(node, c);
        while (to == NONE && node != ROOT) {
            node = fail[node];
            to = edges.get(node, c);
        }
        return to == NONE ? ROOT : to;
    }

    /** Lays the phrases out as a tree; gives back each node's parent edge, the nodes in the order they were made. */
    private List<Step> grow(List<String> phrases) {
        List<Step> steps = new ArrayList<>();
        for (int phrase = 0; phrase < phrases.size(); phrase++) {
            int node = ROOT;
            for (char c : phrases.get(phrase).toCharArray()) {
                int to = edges.get(node, c);
                if (to == NONE) {
                    to = steps.size() + 1;
                    edges.put(node, c, to);
                    steps.add(new Step(node, c, to));
                }
                node = to;
            }
            if (node == ROOT || ends[node] != NONE) {
                throw new IllegalArgumentException("empty or repeated phrase: " + phrases.get(phrase));
            }
            ends[node] = phrase;
        }
        return steps;
    }

    /** Breadth first, so that a node's shorter suffixes are linked before it. */
    private void linkSuffixes(List<Step> steps) {
        List<List<Step>> children = new ArrayList<>();
        for (int i = 0; i <= steps.size(); i++) {
            children.add(new ArrayList<>(1));
        }
        steps.forEach(step -> children.get(step.from()).add(step));
        ArrayDeque<Step> queue = new ArrayDeque<>(children.get(ROOT));
        while (!queue.isEmpty()) {
            Step step = queue.remove();
            int suffix = step.from() == ROOT ? ROOT : next(fail[step.from()], step.by());
            fail[step.to()] = suffix;
            shorter[step.to()] = ends[suffix] == NONE ? shorter[suffix] : suffix;
            queue.addAll(children.get(step.to()));
        }
    }

    private record Step(int from, char by, int to) {}

    /** A map from (node, character) to node: open addressing over two arrays, because a lookup is all that happens per character. */
    private static final class Edges {
        private final long[] keys;
        private final int[] targets;
        private final int mask;

        Edges(int most) {
            int size = Integer.highestOneBit(Math.max(8, most * 2)) * 2;
            keys = new long[size];
            targets = new int[size];
            mask = size - 1;
            Arrays.fill(keys, NONE);
        }

        int get(int node, char c) {
            long key = key(node, c);
            int slot = slot(key);
            while (keys[slot] != NONE) {
                if (keys[slot] == key) {
                    return targets[slot];
                }
                slot = (slot + 1) & mask;
            }
            return NONE;
        }

        void put(int node, char c, int target) {
            long key = key(node, c);
            int slot = slot(key);
            while (keys[slot] != NONE) {
                slot = (slot + 1) & mask;
            }
            keys[slot] = key;
            targets[slot] = target;
        }

        private static long key(int node, char c) {
            return ((long) node << Character.SIZE) | c;
        }

        private int slot(long key) {
            long mixed = key * 0x9E3779B97F4A7C15L;
            return (int) (mixed >>> 40) & mask;
        }
    }
}
