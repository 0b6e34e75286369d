package cn.huying.bot.broadcast;

/** Told whenever a broadcast took a step, so that the next one is taken at once. A lost hint costs only the time to the next round. */
@FunctionalInterface
public interface BroadcastHints {
    /** There may be something to prepare, to send or to finish. Never blocks, never fails. */
    void moved();
}
