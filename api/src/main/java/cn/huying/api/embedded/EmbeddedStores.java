package cn.huying.api.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Both embedded servers on one data folder; opened together, closed together. */
public final class EmbeddedStores implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedStores.class);
    private static final String DATABASE = "huying";

    private final JournaledMongo mongo;
    private final EmbeddedRedis redis;

    private EmbeddedStores(JournaledMongo mongo, EmbeddedRedis redis) {
        this.mongo = mongo;
        this.redis = redis;
    }

    /**
     * Opens {@code data/mongo} and {@code data/redis}.
     *
     * @param mongoPort 0 for any free one
     * @param redisPort 0 for any free one
     * @throws cn.huying.knowledge.load.ConfigException when one of them cannot be opened; nothing is left running then
     */
    public static EmbeddedStores open(Path data, int mongoPort, int redisPort, Clock clock) {
        JournaledMongo mongo =
                JournaledMongo.open(data.resolve("mongo"), JournaledMongo.Options.onPort(mongoPort), clock);
        try {
            return new EmbeddedStores(mongo, EmbeddedRedis.open(data.resolve("redis"), redisPort));
        } catch (RuntimeException e) {
            mongo.close();
            throw e;
        }
    }

    /**
     * Serves both on fixed ports until the process is asked to end: the verb {@code store}. Prints what the replicas need to be given.
     *
     * @return the exit status when it ends by itself: a server failed, and only a new start can tell what is on the disk
     */
    public static int run(Path data, int mongoPort, int redisPort) {
        return run(data, mongoPort, redisPort, System.out);
    }

    static int run(Path data, int mongoPort, int redisPort, PrintStream out) {
        try (EmbeddedStores stores = open(data, mongoPort, redisPort, Clock.systemUTC())) {
            AtomicBoolean asked = new AtomicBoolean();
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                asked.set(true);
                                stores.close();
                            },
                            "store-close"));
            out.println("MONGODB_URI=" + stores.mongoUri());
            out.println("REDIS_URI=" + stores.redisUri());
            out.flush();
            String reason = stores.failed().toCompletableFuture().join();
            if (asked.get()) {
                return 0;
            }
            log.error("the store ends: {}", reason);
            return 1;
        }
    }

    /** With the database's name, as {@code MONGODB_URI} wants it. */
    public URI mongoUri() {
        return URI.create(mongo.uri() + "/" + DATABASE);
    }

    public URI redisUri() {
        return redis.uri();
    }

    /** Completes with the reason when one of the servers can no longer serve; see {@link JournaledMongo#failed}. */
    public CompletionStage<String> failed() {
        return mongo.failed()
                .thenApply(IOException::toString)
                .applyToEither(
                        redis.ended().thenApply(status -> "redis-server ended with " + status), reason -> reason);
    }

    /** The document store last: what the other one only hints at is known here. */
    @Override
    public void close() {
        try {
            redis.close();
        } finally {
            mongo.close();
        }
    }
}
