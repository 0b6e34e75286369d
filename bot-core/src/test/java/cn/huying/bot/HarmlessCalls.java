package cn.huying.bot;

import java.util.List;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What BlockHound takes for blocking and is not, in every test that has this module's tests on its class path. */
public final class HarmlessCalls implements BlockHoundIntegration {
    @Override
    public void applyTo(BlockHound.Builder builder) {
        // A spin hint waits for nobody; Netty's allocator gives it when two threads meet at one queue.
        builder.blockingMethodCallback(method -> {
            if (!method.getName().equals("onSpinWait")) {
                throw new BlockingOperationError(method);
            }
        });
        // Random bytes come from the kernel's generator, which never waits.
        builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
        // A map whose table is being made by another thread spins for an instant.
        for (String method :
                List.of("initTable", "putVal", "compute", "computeIfAbsent", "computeIfPresent", "merge")) {
            builder.allowBlockingCallsInside("java.util.concurrent.ConcurrentHashMap", method);
        }
        // The MongoDB driver guards its queue of waiting callers with a lock it holds for nanoseconds. Refused there,
        // the error vanishes in
        // the driver and the caller waits for ever.
        for (String method : List.of(
                "checkedWithLock",
                "withLock",
                "checkedWithInterruptibleLock",
                "withInterruptibleLock",
                "lockInterruptibly")) {
            builder.allowBlockingCallsInside("com.mongodb.internal.Locks", method);
        }
        // Its pool counts permits and hands connections over under such locks.
        String pool = "com.mongodb.internal.connection.";
        builder.allowBlockingCallsInside(pool + "ConcurrentPool$StateAndPermits", "acquirePermitImmediate");
        builder.allowBlockingCallsInside(pool + "ConcurrentPool$StateAndPermits", "releasePermit");
        builder.allowBlockingCallsInside(pool + "DefaultConnectionPool$AsyncWorkManager", "enqueue");
        builder.allowBlockingCallsInside(pool + "DefaultConnectionPool$OpenConcurrencyLimiter", "tryHandOverOrRelease");
        // Lettuce's connection counts its writers under such a lock, too.
        builder.allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "incrementWriters");
        builder.allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "decrementWriters");
        builder.allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "doExclusive");
    }
}
