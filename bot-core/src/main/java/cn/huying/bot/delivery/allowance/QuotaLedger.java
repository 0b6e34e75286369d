package cn.huying.bot.delivery.allowance;

import cn.huying.bot.message.Sender;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** The book of how often the account may still write to each resident, shared by all replicas. */
public interface QuotaLedger {
    /** Takes one message out of the resident's allowance; false when nothing is left, and then nothing may be sent. */
    Mono<Boolean> take(Sender sender);

    /** The resident did something that renews the allowance. The same opening told twice, or an older one, changes nothing. */
    Mono<Void> opened(Sender sender, Instant at, Opening kind);
}
