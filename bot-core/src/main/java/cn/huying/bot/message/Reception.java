package cn.huying.bot.message;

import reactor.core.publisher.Mono;

/** The door behind every callback: accepts a message durably and answers it. */
public interface Reception {
    /**
     * Completes with the reply within the platform's deadline, with {@link Reply.Silence} when the answer follows later as a message of
     * its own. Errors when the message could not be received durably: then the platform must be made to send it again.
     */
    Mono<Reply> receive(InboundMessage message);
}
