package cn.huying.bot.request;

/** What a function over a stored request came to: something to store, or nothing. */
public sealed interface Decision<T> {
    T result();

    /** Stores the next request; the result counts only if that succeeds. */
    record Write<T>(ServiceRequest next, T result) implements Decision<T> {}

    /** Leaves the stored request as it is. */
    record Keep<T>(T result) implements Decision<T> {}
}
