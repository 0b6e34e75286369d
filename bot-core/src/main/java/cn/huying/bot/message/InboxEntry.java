package cn.huying.bot.message;

import java.time.Instant;

/** One accepted message and how far its handling has come. */
public record InboxEntry(InboundMessage message, State state) {
    /** A message that failed this often is poison: it goes to staff. */
    public static final int MOST_ATTEMPTS = 5;

    public InboxId id() {
        return message.origin().inboxId();
    }

    /** How far an accepted message is. */
    public sealed interface State {}

    /**
     * Accepted, not yet answered.
     *
     * @param attempts how often handling was begun, this one included
     * @param lease until when the replica that began may be working on it
     */
    public record Pending(int attempts, Instant lease) implements State {}

    /** Answered; every later delivery of the same message gets this reply. */
    public record Answered(Reply reply) implements State {}

    /** Given up after {@link #MOST_ATTEMPTS} attempts; waits for staff. */
    public record Dead(String cause) implements State {}
}
