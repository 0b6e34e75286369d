package cn.huying.knowledge.index;

import cn.huying.knowledge.calibration.Rated;
import java.util.ArrayList;
import java.util.List;

/** The likeliest of many, without putting all of them in order. Equally likely ones stay in the order they came. */
final class Leading {
    private final int most;
    private final List<Rated> rated = new ArrayList<>();

    Leading(int most) {
        this.most = most;
    }

    /** Whether it is worth asking. */
    boolean mayTake(double score) {
        return rated.size() < most || score >= rated.getLast().score();
    }

    void offer(Rated next) {
        int at = rated.size();
        while (at > 0 && Rated.LIKELIEST_FIRST.compare(next, rated.get(at - 1)) < 0) {
            at--;
        }
        rated.add(at, next);
        if (rated.size() > most) {
            rated.removeLast();
        }
    }

    List<Rated> inOrder() {
        return List.copyOf(rated);
    }

    /** The same of bare values: in its place among the largest, the largest first; the last one falls out. */
    static void keep(double value, double[] largest) {
        double moving = value;
        for (int i = 0; i < largest.length; i++) {
            if (moving > largest[i]) {
                double other = largest[i];
                largest[i] = moving;
                moving = other;
            }
        }
    }
}
