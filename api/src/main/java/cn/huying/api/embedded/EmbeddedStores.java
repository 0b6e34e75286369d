package cn.huying.api.embedded;

import cn.huying.api.embedded.journal.Folder;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded servers on one data folder, both or the one that is needed; opened together, closed together. */
public final class EmbeddedStores implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedStores.class);
    private static final String DATABASE = "huying";
    private static final String MONGO = "mongo";
    /** Where the document store listens, for verbs that run beside the program; out of date once it was killed. */
    private static final String ADDRESS = "mongo.address";

    private static final int PATIENCE_MS = 500;

    private final Optional<JournaledMongo> mongo;
    private final Optional<EmbeddedRedis> redis;

    private final Path address;

    private EmbeddedStores(Path address, Optional<JournaledMongo> mongo, Optional<EmbeddedRedis> redis) {
        this.address = address;
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
        return open(
                data.resolve(ADDRESS),
                Optional.of(mongo(data, mongoPort, clock)),
                () -> Optional.of(EmbeddedRedis.open(data.resolve("redis"), redisPort)));
    }

    /** Opens on free ports what is not given elsewhere, and nothing else: a server nobody asks would only cost memory. */
    public static EmbeddedStores openMissing(Path data, boolean mongo, boolean redis, Clock clock) {
        return open(
                data.resolve(ADDRESS),
                mongo ? Optional.of(mongo(data, 0, clock)) : Optional.empty(),
                () -> redis ? Optional.of(EmbeddedRedis.open(data.resolve("redis"), 0)) : Optional.empty());
    }

    private static JournaledMongo mongo(Path data, int port, Clock clock) {
        JournaledMongo mongo = JournaledMongo.open(data.resolve(MONGO), JournaledMongo.Options.onPort(port), clock);
        try {
            Files.writeString(data.resolve(ADDRESS), mongo.uri().toString());
        } catch (IOException e) {
            log.warn("nobody else on this machine will find the store: {}", e.toString());
        }
        return mongo;
    }

    /**
     * Where the process that has this data folder now can be reached, as {@link #mongoUri} names it; empty when there is none. For another
     * process than that one. An address alone is not trusted: whoever listens there now may be anybody.
     */
    public static Optional<URI> runningOn(Path data) {
        try {
            if (!Folder.isTaken(data.resolve(MONGO))) {
                return Optional.empty();
            }
            URI uri = URI.create(Files.readString(data.resolve(ADDRESS)));
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()), PATIENCE_MS);
            }
            return Optional.of(URI.create(uri + "/" + DATABASE));
        } catch (IOException | IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    private static EmbeddedStores open(
            Path address, Optional<JournaledMongo> mongo, Supplier<Optional<EmbeddedRedis>> redis) {
        try {
            return new EmbeddedStores(address, mongo, redis.get());
        } catch (RuntimeException e) {
            mongo.ifPresent(open -> close(open, address));
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
            stores.mongoUri().ifPresent(uri -> out.println("MONGODB_URI=" + uri));
            stores.redisUri().ifPresent(uri -> out.println("REDIS_URI=" + uri));
            out.flush();
            String reason = stores.failed().toCompletableFuture().join();
            if (asked.get()) {
                return 0;
            }
            log.error("the store ends: {}", reason);
            return 1;
        }
    }

    /** With the database's name, as {@code MONGODB_URI} wants it; empty when it is elsewhere. */
    public Optional<URI> mongoUri() {
        return mongo.map(open -> URI.create(open.uri() + "/" + DATABASE));
    }

    /** Empty when it is elsewhere. */
    public Optional<URI> redisUri() {
        return redis.map(EmbeddedRedis::uri);
    }

    /** Completes with the reason when one of the servers can no longer serve; see {@link JournaledMongo#failed}. */
    public CompletionStage<String> failed() {
        CompletableFuture<String> failed = new CompletableFuture<>();
        mongo.ifPresent(open -> open.failed().thenAccept(reason -> failed.complete(reason.toString())));
        redis.ifPresent(
                open -> open.ended().thenAccept(status -> failed.complete("redis-server ended with " + status)));
        return failed.minimalCompletionStage();
    }

    /** The document store last: what the other one only hints at is known here. */
    @Override
    public void close() {
        try {
            redis.ifPresent(EmbeddedRedis::close);
        } finally {
            mongo.ifPresent(open -> close(open, address));
        }
    }

    /** The address goes first: once the folder is given back, another process may write its own. */
    private static void close(JournaledMongo mongo, Path address) {
        try {
            if (!mongo.isClosed()) {
                Files.deleteIfExists(address);
            }
        } catch (IOException e) {
            log.warn("the address of the store is left behind: {}", e.toString());
        } finally {
            mongo.close();
        }
    }
}
