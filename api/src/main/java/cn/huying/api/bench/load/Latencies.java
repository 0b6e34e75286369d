package cn.huying.api.bench.load;

import java.util.Arrays;

/** Every single latency of a run, in microseconds; exact percentiles are worth the few megabytes. */
public final class Latencies {
    private static final int FIRST_ROOM = 1 << 16;

    private int[] micros = new int[FIRST_ROOM];
    private int count;
    private boolean sorted;

    public void add(long nanos) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, count * 2);
        }
        micros[count++] = (int) Math.min(Integer.MAX_VALUE, Math.max(0, nanos / 1_000));
        sorted = false;
    }

    public int count() {
        return count;
    }

    /** The latency in milliseconds that this part of all was not above; 0 when there are none. */
    public double percentile(double part) {
        if (count == 0) {
            return 0;
        }
        if (!sorted) {
            Arrays.sort(micros, 0, count);
            sorted = true;
        }
        int rank = (int) Math.ceil(part * count) - 1;
        return micros[Math.clamp(rank, 0, count - 1)] / 1_000.0;
    }
}
