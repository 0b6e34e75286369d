package cn.huying.bot.delivery.channel;

import cn.huying.bot.message.Sender;
import reactor.core.publisher.Mono;

/** Customer-service messages of the official account: at most 5 within 48 h after the resident wrote. */
public interface CustomerService {
    /** Sends words to one resident; the account is the sender's own. Never errors: every outcome is a value. */
    Mono<DeliveryResult> send(Sender to, String text);
}
