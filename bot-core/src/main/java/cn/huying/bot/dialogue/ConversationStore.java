package cn.huying.bot.dialogue;

import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.Reply;
import cn.huying.bot.message.Sender;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where conversations live. A claim lets one message of a resident be handled at a time, on any replica. */
public interface ConversationStore {
    /** The conversation, a fresh one when the sender never wrote. */
    Mono<Conversation> find(Sender sender);

    /**
     * Takes the conversation for a message; empty while another message holds it. A claim that ran out, or one already held by the same
     * message, is taken over with a higher fence.
     */
    Mono<Claimed> claim(Sender sender, InboxId inboxId, Instant until);

    /** Takes a conversation that was just read, at less cost; empty when it was held, or was claimed since by whomever. */
    Mono<Claimed> claim(Conversation seen, InboxId inboxId, Instant until);

    /**
     * Writes the next step with the reply and gives the claim back, if the fence is still the highest; {@code false} when it is not: then
     * nothing was written.
     */
    Mono<Boolean> save(Claimed claimed, Step next, Reply reply, Instant openedAt);

    /**
     * Writes the next step with the reply beside a conversation that was just read and is held by nobody; {@code false} when it was held, was
     * claimed or written since, or was never written: then nothing was. Only for a turn that has no other effects.
     */
    Mono<Boolean> save(Conversation seen, InboxId inboxId, Step next, Reply reply, Instant openedAt);

    /** Gives the claim back without having changed anything. */
    Mono<Void> release(Claimed claimed);

    /** A conversation in hand. */
    record Claimed(Conversation conversation, InboxId inboxId) {
        public long fence() {
            return conversation.fence();
        }
    }
}
