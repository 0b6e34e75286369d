package cn.huying.bot.message;

import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Where accepted messages live. One document a message, one atomic step a call; what residents wrote and what they were told is sealed.
 * A message is accepted when the write was acknowledged durably, never before.
 */
public interface InboxStore {
    /**
     * Accepts a message whose handling begins now, as first attempt under a lease. {@link Receipt.Kept}, also of an answered one, means that
     * its handling does not begin now.
     */
    Mono<Receipt> accept(InboundMessage message, Instant lease);

    /** Accepts and answers in one write: for messages whose handling has no effects. */
    Mono<Receipt> acceptAnswered(InboundMessage message, Reply reply);

    Mono<InboxEntry> find(InboxId id);

    /** Begins another attempt if the lease of the last has run out; empty when somebody else is on it or it is finished. */
    Mono<InboxEntry> retry(InboxId id, Instant lease);

    /**
     * Keeps the reply and ends the handling; a second completion changes nothing.
     *
     * @param owed the platform was already told {@code success}, so the reply must go out as a customer-service message
     */
    Mono<Void> complete(InboxEntry entry, Reply reply, boolean owed);

    /** Adds the owed reply to an entry completed just too late for its passive reply. */
    Mono<Void> oweReply(InboxEntry entry, Reply reply);

    /** Ends the handling without an answer, for staff to look at. The cause is a class of failure, never a text. */
    Mono<Void> bury(InboxEntry entry, String cause, Reply lastWord);

    /** Messages accepted but not finished whose lease ran out before the given time, oldest first. */
    Flux<InboxId> abandoned(Instant now, int limit);

    /** Dead letters, newest first. */
    Flux<InboxEntry> dead(int limit);

    /**
     * Gives a dead letter another life: it counts as never begun, and as abandoned from now on. False when it is no dead letter any more.
     */
    Mono<Boolean> revive(InboxId id);

    /** Removes payloads and replies of finished messages received before the given time; ids and outcomes stay. Gives the count. */
    Mono<Long> forgetPayloads(Instant receivedBefore);
}
