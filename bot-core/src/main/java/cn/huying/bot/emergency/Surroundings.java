package cn.huying.bot.emergency;

import java.util.BitSet;

/** What stands around the dangers of one message: harmless phrases, and clauses that are now or not now. */
final class Surroundings {
    private final Heard heard;
    private final boolean story;
    private final BitSet harmless = new BitSet();
    private final BitSet now = new BitSet();
    private final BitSet notNow = new BitSet();
    private final BitSet[] quiet;

    Surroundings(Heard heard, int alarms, boolean story) {
        this.heard = heard;
        this.story = story;
        this.quiet = new BitSet[alarms];
        for (int alarm = 0; alarm < alarms; alarm++) {
            quiet[alarm] = new BitSet();
        }
    }

    void harmless(int start, int end) {
        harmless.set(start, end);
    }

    void now(int start, int end) {
        now.set(heard.clauseAt(start), heard.clauseAt(end - 1) + 1);
    }

    void notNow(int start, int end) {
        notNow.set(heard.clauseAt(start), heard.clauseAt(end - 1) + 1);
    }

    void quiet(int alarm, int start, int end) {
        quiet[alarm].set(heard.clauseAt(start), heard.clauseAt(end - 1) + 1);
    }

    /** Whether all of it is part of harmless phrases. */
    boolean isHarmless(int start, int end) {
        return harmless.nextClearBit(start) >= end;
    }

    /** Whether the clauses between two places say it is not happening now. */
    boolean isQuiet(int alarm, int start, int end) {
        int first = heard.clauseAt(start);
        int last = heard.clauseAt(end - 1);
        if (any(now, first, last)) {
            return false;
        }
        return any(notNow, first, last) || any(quiet[alarm], first, last) || isInTheMiddleOfAStory(first, last);
    }

    private boolean isInTheMiddleOfAStory(int first, int last) {
        return story && first > 0 && last < heard.clauseAt(heard.length() - 1);
    }

    private static boolean any(BitSet clauses, int first, int last) {
        int next = clauses.nextSetBit(first);
        return next >= 0 && next <= last;
    }
}
