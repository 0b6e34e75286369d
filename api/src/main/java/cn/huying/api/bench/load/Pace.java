package cn.huying.api.bench.load;

import java.util.Random;

/** When messages come. */
public interface Pace {
    /** When the next one is to leave, by {@link System#nanoTime}. */
    long due(long now);

    /** Takes that one; gives the moment its resident began to wait. */
    long take(long now);

    /** Closed loop: the next message leaves when an answer came. */
    static Pace whenAnswered() {
        return new Pace() {
            @Override
            public long due(long now) {
                return now;
            }

            @Override
            public long take(long now) {
                return now;
            }
        };
    }

    /**
     * Open loop: residents do not wait for one another. The time between two is random around the mean; waiting counts from the intended
     * moment, so a server that stalls is charged for all who came meanwhile.
     */
    static Pace arrivals(double perSecond, Random random) {
        return new Pace() {
            private long next = System.nanoTime();

            @Override
            public long due(long now) {
                return next;
            }

            @Override
            public long take(long now) {
                long taken = next;
                next += (long) (-Math.log(1 - random.nextDouble()) / perSecond * 1e9);
                return taken;
            }
        };
    }
}
