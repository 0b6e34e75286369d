package cn.huying.bot.message;

import java.time.Instant;
import reactor.core.publisher.Flux;

/** What residents said before, as long as the inbox keeps their words. */
@FunctionalInterface
public interface EarlierMessages {
    /**
     * The messages of the same sender that were received before this one, newest first: a message that is taken up again does not see what
     * was said after it.
     */
    Flux<InboundMessage> before(InboundMessage.Origin message, Instant since, int limit);
}
