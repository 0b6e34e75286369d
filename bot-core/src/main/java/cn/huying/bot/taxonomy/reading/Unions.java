package cn.huying.bot.taxonomy.reading;

import cn.huying.bot.taxonomy.reading.Clues.Role;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The combinations whose parts are being found in one text: where each part stood last, and which combinations are whole. */
final class Unions implements AutoCloseable {
    private static final int MOST_PARTS = 4;
    private static final int REACH = 16;
    /** A single character says little: 路 is in every address. */
    private static final int SHORT_REACH = 5;

    /** A combination found in the current sentence, with its words as staff shall see them: 楼上…漏水. */
    record Found(int union, double weight, String words) {}

    /** Where every part of every combination stood. Few of the many are touched by a text, so each thread uses its own again. */
    private static final class Slots {
        /** Positions plus one, so that 0 is "not yet". */
        private int[] starts = new int[0];

        private int[] ends = new int[0];
        private boolean[] swallowed = new boolean[0];

        static Slots clean(int parts) {
            Slots slots = MINE.get();
            if (slots.starts.length < parts) {
                slots.starts = new int[parts];
                slots.ends = new int[parts];
                slots.swallowed = new boolean[parts];
            }
            return slots;
        }
    }

    private static final ThreadLocal<Slots> MINE = ThreadLocal.withInitial(Slots::new);

    private final Clues clues;
    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final boolean[] swallowed;
    private final BitSet touched = new BitSet();
    private final List<Found> found = new ArrayList<>();

    /** To be closed before another text is read by this thread. */
    Unions(Clues clues, String text) {
        this.clues = clues;
        this.text = text;
        Slots slots = Slots.clean(clues.unions() * MOST_PARTS);
        starts = slots.starts;
        ends = slots.ends;
        swallowed = slots.swallowed;
    }

    @Override
    public void close() {
        for (int at = touched.nextSetBit(0); at >= 0; at = touched.nextSetBit(at + 1)) {
            starts[at] = 0;
            ends[at] = 0;
        }
    }

    /** Notes a part and takes the combination when all its parts now stand close together in this sentence. */
    void join(Role.Part part, Hits hits, int hit, int sentence) {
        int base = part.combination() * MOST_PARTS;
        int own = base + part.slot();
        if (ends[own] == hits.end(hit) + 1) {
            return; // the tail of a longer word that fulfils the same part
        }
        touched.set(own);
        starts[own] = hits.start(hit) + 1;
        ends[own] = hits.end(hit) + 1;
        swallowed[own] = hits.swallowed(hit);
        int last = base + clues.union(part.combination()).parts();
        for (int at = base; at < last; at++) {
            boolean overlaps = at != own && ends[at] > starts[own];
            if (starts[at] <= sentence || overlaps) {
                return;
            }
        }
        take(part.combination(), base, last, ends[own]);
    }

    /** A combination whose words all lie inside longer words is left out: the longer words have told it already. */
    private void take(int union, int base, int last, int end) {
        int length = 0;
        int earliest = end;
        int reach = REACH;
        boolean told = true;
        for (int at = base; at < last; at++) {
            int own = ends[at] - starts[at];
            reach = own == 1 ? SHORT_REACH : reach;
            length += own;
            earliest = Math.min(earliest, starts[at]);
            told = told && swallowed[at];
        }
        int gap = end - earliest - length;
        if (!told && gap >= 0 && gap <= reach) {
            keepBest(union, Clues.unionWeight(length, gap), base, last);
        }
    }

    private void keepBest(int union, double weight, int base, int last) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).union() == union) {
                if (found.get(i).weight() < weight) {
                    found.set(i, new Found(union, weight, words(base, last)));
                }
                return;
            }
        }
        found.add(new Found(union, weight, words(base, last)));
    }

    private String words(int base, int last) {
        StringBuilder words = new StringBuilder();
        for (int at = base; at < last; at++) {
            words.append(at == base ? "" : "…").append(text, starts[at] - 1, ends[at] - 1);
        }
        return words.toString();
    }

    /** The combinations of the sentence just read; the next sentence begins with none. */
    List<Found> drain() {
        List<Found> all = List.copyOf(found);
        found.clear();
        return all;
    }
}
