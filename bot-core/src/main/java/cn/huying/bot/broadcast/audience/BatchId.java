package cn.huying.bot.broadcast.audience;

import cn.huying.bot.broadcast.BroadcastId;
import cn.huying.bot.broadcast.Muster;

/**
 * One portion of a broadcast's recipients. Fixed from the start: the platform recognises a portion sent again by its key, so nobody may
 * join or leave it.
 *
 * @param edition of the {@link Muster} that wrote it down
 * @param number from 1
 */
public record BatchId(BroadcastId broadcast, int edition, int number) {
    /** The run it belongs to: only the run a broadcast was started with is sent. */
    public String run() {
        return runOf(broadcast, edition);
    }

    public static String runOf(BroadcastId broadcast, int edition) {
        return broadcast.value() + "-" + edition;
    }

    /** What the platform knows it by: at most 64 bytes. */
    public String key() {
        return run() + "-" + number;
    }

    /** @throws IllegalArgumentException when the key was not made by {@link #key()} */
    public static BatchId ofKey(String key) {
        int first = key.indexOf('-');
        int second = key.indexOf('-', first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("not a batch key");
        }
        return new BatchId(
                new BroadcastId(key.substring(0, first)),
                Integer.parseInt(key.substring(first + 1, second)),
                Integer.parseInt(key.substring(second + 1)));
    }

    @Override
    public String toString() {
        return key();
    }
}
