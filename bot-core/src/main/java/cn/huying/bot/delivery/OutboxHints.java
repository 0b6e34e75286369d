package cn.huying.bot.delivery;

/** Told by whoever wrote outbox entries, so that they go out at once. A lost hint costs only the time to the next sweep. */
@FunctionalInterface
public interface OutboxHints {
    /** The aggregate of this id has something to send. Never blocks, never fails. */
    void written(String aggregate);
}
