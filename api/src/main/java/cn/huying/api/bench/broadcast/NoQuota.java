package cn.huying.api.bench.broadcast;

import cn.huying.bot.delivery.allowance.Opening;
import cn.huying.bot.delivery.allowance.QuotaLedger;
import cn.huying.bot.message.Sender;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** A ledger in which nobody has anything left: mass sends do not ask it. */
final class NoQuota implements QuotaLedger {
    @Override
    public Mono<Boolean> take(Sender sender) {
        return Mono.just(false);
    }

    @Override
    public Mono<Void> opened(Sender sender, Instant at, Opening kind) {
        return Mono.empty();
    }
}
