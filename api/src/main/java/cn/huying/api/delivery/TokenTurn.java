package cn.huying.api.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;

/**
 * One thread at a time fetches a platform's token; whoever waited looks again before fetching.
 *
 * @param expired whether the token in use can no longer be used
 * @param known the token in use
 */
public record TokenTurn(Lock lock, BooleanSupplier expired, Supplier<String> known) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Asks the platform for a token. */
    @FunctionalInterface
    public interface Fetch {
        String token() throws WxErrorException;
    }

    /** The token in use, or a new one that every waiting thread gets without asking for it again. */
    public String tokenOr(Fetch fetch) throws WxErrorException {
        if (!expired.getAsBoolean()) {
            return known.get();
        }
        acquire();
        try {
            return expired.getAsBoolean() ? fetch.token() : known.get();
        } finally {
            lock.unlock();
        }
    }

    private void acquire() {
        try {
            if (!lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new WxRuntimeException(new NotSentException("waiting for a token"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WxRuntimeException(new NotSentException(e));
        }
    }
}
