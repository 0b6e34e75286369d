package cn.huying.bot.emergency;

import cn.huying.bot.emergency.Lexicon.Alarm;
import cn.huying.bot.emergency.Lexicon.Combination;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The alarms while one message is heard: which went off, and which combinations have heard one of their sides. */
final class Listening {
    private static final int NEVER = Integer.MIN_VALUE;

    private final List<Alarm> alarms;
    private final Surroundings surroundings;
    private final int[][] lastOne;
    private final int[][] lastOther;
    private int gravest = Integer.MAX_VALUE;

    Listening(List<Alarm> alarms, Surroundings surroundings) {
        this.alarms = alarms;
        this.surroundings = surroundings;
        this.lastOne = nothingHeard(alarms);
        this.lastOther = nothingHeard(alarms);
    }

    void sound(int alarm, int start, int end) {
        if (alarm < gravest && !surroundings.isQuiet(alarm, start, end)) {
            gravest = alarm;
        }
    }

    /**
     * One side of a combination: sounds when the other side was heard shortly before. Occurrences come in the order of their ends, so the last
     * of the other side is the nearest.
     */
    void half(int alarm, int combination, boolean one, int start, int end) {
        Combination wanted = alarms.get(alarm).combinations().get(combination);
        int[] mine = (one ? lastOne : lastOther)[alarm];
        int before = (one ? lastOther : lastOne)[alarm][combination];
        if (before != NEVER && before <= start && start - before <= wanted.within()) {
            sound(alarm, before - 1, end);
        }
        mine[combination] = end;
    }

    /** The first alarm that went off, in the order of gravity. */
    Optional<Integer> gravest() {
        return gravest == Integer.MAX_VALUE ? Optional.empty() : Optional.of(gravest);
    }

    private static int[][] nothingHeard(List<Alarm> alarms) {
        int[][] last = new int[alarms.size()][];
        for (int alarm = 0; alarm < last.length; alarm++) {
            last[alarm] = new int[alarms.get(alarm).combinations().size()];
            Arrays.fill(last[alarm], NEVER);
        }
        return last;
    }
}
