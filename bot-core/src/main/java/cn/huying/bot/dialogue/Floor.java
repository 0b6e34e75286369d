package cn.huying.bot.dialogue;

import cn.huying.bot.delivery.allowance.Opening;
import cn.huying.bot.delivery.allowance.OpeningsOnDemand;
import cn.huying.bot.delivery.allowance.QuotaLedger;
import cn.huying.bot.dialogue.ConversationStore.Claimed;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboxEntry;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * A conversation is had by one message at a time, on any replica: whoever has the floor is heard by the dialogue, and gives it back with the
 * next step or, after a failure, without one.
 */
final class Floor {
    private final ConversationStore conversations;
    private final QuotaLedger quotas;
    private final Dialogue dialogue;
    private final Tally tally;
    private final Clock clock;

    Floor(ConversationStore conversations, QuotaLedger quotas, Dialogue dialogue, Tally tally, Clock clock) {
        this.conversations = conversations;
        this.quotas = quotas;
        this.dialogue = dialogue;
        this.tally = tally;
        this.clock = clock;
    }

    /**
     * Waits for the conversation, has the message responded to and keeps what it came to.
     *
     * @param seen the conversation as it was just read; claiming it costs less then
     */
    Mono<Reply> give(InboxEntry entry, Optional<Conversation> seen) {
        return claim(entry, seen)
                .flatMap(claimed -> respond(entry, claimed)
                        .onErrorResume(error -> conversations.release(claimed).then(Mono.error(error))));
    }

    /** Keeps a turn without effects beside the conversation it was found with; empty where somebody else moved that on since. */
    Mono<Reply> keep(InboxEntry entry, Conversation seen, Turn turn) {
        return conversations
                .save(seen, entry.id(), turn.next(), turn.reply(), openedAt(entry.message(), seen))
                .filter(saved -> saved)
                .map(_ -> counted(turn));
    }

    /** The reply of a turn that is sure to have been taken. */
    Reply counted(Turn turn) {
        tally.handled(turn.outcome());
        return turn.reply();
    }

    private Mono<Claimed> claim(InboxEntry entry, Optional<Conversation> seen) {
        Sender sender = entry.message().origin().sender();
        return Mono.justOrEmpty(seen)
                .flatMap(known ->
                        conversations.claim(known, entry.id(), clock.instant().plus(Receptionist.LEASE)))
                .switchIfEmpty(Mono.defer(() -> conversations.claim(
                                sender, entry.id(), clock.instant().plus(Receptionist.LEASE)))
                        .repeatWhenEmpty(rounds -> rounds.delayElements(Receptionist.POLL)));
    }

    private Mono<Reply> respond(InboxEntry entry, Claimed claimed) {
        Conversation conversation = claimed.conversation();
        return conversation
                .replyTo(entry.id())
                .map(reply -> conversations.release(claimed).thenReturn(reply))
                .orElseGet(() -> open(entry.message())
                        .then(turn(() -> dialogue.respond(entry.message(), conversation)))
                        .flatMap(turn -> save(claimed, turn, openedAt(entry.message(), conversation))));
    }

    /** Reactor lets errors of the JVM through; one message that overflows the stack is poison, not the end. */
    static Mono<Turn> turn(Supplier<Mono<Turn>> dialogue) {
        return Mono.defer(() -> {
            try {
                return dialogue.get();
            } catch (StackOverflowError overflow) {
                return Mono.error(new IllegalStateException("stack overflow in the dialogue"));
            }
        });
    }

    /** Of what a resident wrote the ledger learns from the conversation, when it needs to: {@link OpeningsOnDemand}. */
    private Mono<Void> open(InboundMessage message) {
        return Mono.justOrEmpty(Opening.of(message).filter(Opening.TOUCHED::equals))
                .flatMap(opening -> quotas.opened(
                        message.origin().sender(), message.origin().sentAt(), opening));
    }

    /** Only what the resident writes opens the long window; anything else leaves what was known of it. */
    private static Instant openedAt(InboundMessage message, Conversation conversation) {
        return Opening.of(message).filter(Opening.WROTE::equals).isPresent()
                ? message.origin().sentAt()
                : conversation.openedAt();
    }

    private Mono<Reply> save(Claimed claimed, Turn turn, Instant openedAt) {
        return conversations
                .save(claimed, turn.next(), turn.reply(), openedAt)
                .flatMap(saved -> saved ? Mono.just(counted(turn)) : Mono.error(new ClaimLostException()));
    }

    /** Another replica took the conversation over while this one was stopped; nothing was written. */
    static final class ClaimLostException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
