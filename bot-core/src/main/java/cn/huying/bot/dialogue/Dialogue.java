package cn.huying.bot.dialogue;

import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.Reply;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What the bot says and does about a message. */
public interface Dialogue {
    /**
     * The turn of a message that has no effects but to move the conversation on, the same that {@link #respond} comes to; empty when it
     * might have. Changes nothing anywhere: such a message needs no claim, and only one write where the conversation stays as it is.
     */
    Mono<Turn> plainTurn(InboundMessage message, Conversation conversation);

    /** Handles a message with the conversation in hand. Every effect carries the inbox id: running it again changes nothing. */
    Mono<Turn> respond(InboundMessage message, Conversation conversation);

    /** What must be said even when every store is away: the fixed instructions of an emergency. Promises nothing. */
    Optional<Reply> lastResort(InboundMessage message);

    /** Told to a resident whose message failed again and again and is now with staff. */
    Reply handedToStaff();
}
