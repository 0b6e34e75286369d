package cn.huying.api.mongo;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.ConnectionString;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.connection.TransportSettings;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import reactor.netty.http.HttpResources;
import reactor.netty.resources.LoopResources;
import reactor.util.retry.Retry;

/** How this program talks to MongoDB: majority-acknowledged and journaled writes, and no call that hangs. */
public final class Mongo {
    private static final String DATABASE = "huying";
    private static final int DUPLICATE_KEY = 11000;
    private static final long TIMEOUT_MS = 1500;
    private static final long SELECTION_MS = 1000;
    private static final long WAIT_QUEUE_MS = 300;
    private static final int MOST_CONNECTIONS = 64;

    /** Runs a task on the event loop of whoever hands it over, after all that this loop has at hand; at once when the loops have ended. */
    static final Executor SAME_TURN = Mongo::laterInThisTurn;

    /** The driver writes a command a character at a time: into an array by itself, into other memory through four layers of checks. */
    private static final ByteBufAllocator ON_HEAP = new UnpooledByteBufAllocator(false);

    private Mongo() {}

    /** Opens a client; the driver's own default would wait for ever on a server that hangs. */
    public static MongoClient connect(String uri) {
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applicationName("huying")
                .timeout(TIMEOUT_MS, TimeUnit.MILLISECONDS)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_MS, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(MOST_CONNECTIONS).maxWaitTime(WAIT_QUEUE_MS, TimeUnit.MILLISECONDS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .retryWrites(false)
                .transportSettings(besideTheWebServer())
                .build();
        return MongoClients.create(settings);
    }

    /** The one the URI names, or else ours. */
    public static MongoDatabase database(MongoClient client, String uri) {
        String named = new ConnectionString(uri).getDatabase();
        return client.getDatabase(named == null ? DATABASE : named);
    }

    /** The web server's own event loops: the driver's default hands every answer through a pool of threads, at twice the cost a call. */
    private static TransportSettings besideTheWebServer() {
        LoopResources loops = HttpResources.get();
        EventLoopGroup group = loops.onClient(true);
        return TransportSettings.nettyBuilder()
                .eventLoopGroup(group)
                .socketChannelClass(loops.onChannelClass(SocketChannel.class, group))
                .allocator(ON_HEAP)
                .build();
    }

    private static void laterInThisTurn(Runnable task) {
        try {
            HttpResources.get().onClient(true).next().execute(task);
        } catch (RejectedExecutionException ended) {
            task.run();
        }
    }

    /** What was read lately, tidied in passing: handing that to another thread costs more than doing it. */
    public static <K, V> Cache<K, V> lately(long most, Duration kept) {
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(kept)
                .executor(Runnable::run)
                .build();
    }

    public static boolean isDuplicate(Throwable error) {
        return error instanceof MongoWriteException write
                        && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY
                || error instanceof MongoBulkWriteException bulk
                        && bulk.getWriteErrors().stream()
                                .anyMatch(one -> one.getCategory() == ErrorCategory.DUPLICATE_KEY)
                || error instanceof MongoException other && other.getCode() == DUPLICATE_KEY;
    }

    /** Two upserts of the same id may collide: the second attempt finds what the winner wrote. */
    public static Retry oneMoreOnDuplicate() {
        return Retry.max(1).filter(Mongo::isDuplicate);
    }
}
