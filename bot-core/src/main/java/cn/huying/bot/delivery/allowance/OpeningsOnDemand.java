package cn.huying.bot.delivery.allowance;

import cn.huying.bot.message.Sender;
import java.time.Instant;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Tells the ledger of a resident's words only when something is to be sent to them: far more is read than is ever sent, and the
 * conversation keeps when its resident last wrote anyway.
 */
public final class OpeningsOnDemand implements QuotaLedger {
    private final QuotaLedger ledger;
    private final Function<Sender, Mono<Instant>> lastWrote;

    /** @param lastWrote {@link Instant#EPOCH} when the resident never wrote */
    public OpeningsOnDemand(QuotaLedger ledger, Function<Sender, Mono<Instant>> lastWrote) {
        this.ledger = ledger;
        this.lastWrote = lastWrote;
    }

    @Override
    public Mono<Boolean> take(Sender sender) {
        return lastWrote
                .apply(sender)
                .flatMap(at -> ledger.opened(sender, at, Opening.WROTE))
                .then(Mono.defer(() -> ledger.take(sender)));
    }

    @Override
    public Mono<Void> opened(Sender sender, Instant at, Opening kind) {
        return ledger.opened(sender, at, kind);
    }
}
