package cn.huying.bot.message;

import java.time.Instant;
import reactor.core.publisher.Flux;

/** What residents said before, as long as the inbox keeps their words. */
@FunctionalInterface
public interface EarlierMessages {
    /** The texts of the same sender that came before this message, newest first. */
    Flux<InboundMessage.Text> before(InboundMessage.Origin message, Instant since, int limit);
}
