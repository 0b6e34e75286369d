package cn.huying.bot.message;

import reactor.core.publisher.Mono;

/** Where the doors of all channels hand in what residents sent. */
public interface Reception {
    /**
     * Accepts the message durably and answers it. Completes within the deadline, with {@link Reply.Silence} when the answer follows
     * later. The same message handed in again gets the same reply and changes nothing. Errors when the message could not be received
     * durably: the door then refuses it, so that the platform sends it again.
     */
    Mono<Reply> receive(InboundMessage message);
}
