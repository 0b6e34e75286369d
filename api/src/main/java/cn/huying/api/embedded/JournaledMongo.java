package cn.huying.api.embedded;

import cn.huying.api.embedded.journal.Disk;
import cn.huying.api.embedded.journal.Folder;
import cn.huying.api.embedded.journal.GroupCommit;
import cn.huying.api.embedded.journal.Segments;
import cn.huying.knowledge.load.ConfigException;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document store in this process that speaks MongoDB's wire protocol and keeps its word: no reply leaves before what it was
 * computed from is on the disk. Good for one community; beyond that a MongoDB server takes its place by its URI.
 */
public final class JournaledMongo implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(JournaledMongo.class);
    private static final Duration PATIENCE = Duration.ofSeconds(7);
    private static final String PORT_SETTING = "HUYING_STORE_MONGO_PORT";

    private final Folder folder;
    private final StoreBackend backend;
    private final Segments segments;
    private final EventLoopGroup applying =
            new MultiThreadIoEventLoopGroup(1, JournaledMongo::applyingThread, NioIoHandler.newFactory());
    private final ExecutorService journaling = thread("mongo-journal");
    private final ExecutorService snapshotting = thread("mongo-snapshot");
    private final GroupCommit journal;
    private final Snapshots snapshots;
    private final Commands commands;
    private @Nullable WireServer server;
    private int port;
    private boolean closed;

    /**
     * How the store behaves.
     *
     * @param port 0 for any free one
     * @param snapshotAfter bytes of journal after which a snapshot is taken, or the size of the last snapshot where that is more
     */
    public record Options(int port, long snapshotAfter) {
        private static final long SNAPSHOT_AFTER = 64L << 20;

        /** The ordinary behaviour on this port. */
        public static Options onPort(int port) {
            return new Options(port, SNAPSHOT_AFTER);
        }

        public Options snapshotAfter(long bytes) {
            return new Options(port, bytes);
        }
    }

    /** What the store has done since it was opened; a force may serve many changes. */
    public record Figures(long changes, long forces, long snapshots, long documents) {}

    private JournaledMongo(Folder folder, Disk disk, long snapshotAfter, StoreBackend backend, long lastSequence) {
        this.folder = folder;
        this.backend = backend;
        this.segments = new Segments(folder, disk);
        this.journal = new GroupCommit(applying.next(), journaling, segments, lastSequence);
        this.snapshots = new Snapshots(
                new Snapshots.Storage(folder, disk),
                backend,
                journal,
                new Snapshots.Threads(applying.next(), snapshotting),
                snapshotAfter);
        this.commands = new Commands(backend, journal);
    }

    /**
     * Brings back what was acknowledged, and listens on the loopback address.
     *
     * @throws ConfigException when the folder cannot be used, its content is damaged, or the port is taken; says how to mend it
     */
    public static JournaledMongo open(Path folder, Options options, Clock clock) {
        return open(folder, options, clock, Disk.real());
    }

    static JournaledMongo open(Path path, Options options, Clock clock, Disk disk) {
        Folder folder = Folder.open(path);
        JournaledMongo store = null;
        try {
            StoreBackend backend = new StoreBackend(clock);
            Recovery.Recovered found = new Recovery(folder, backend).run();
            store = new JournaledMongo(folder, disk, options.snapshotAfter(), backend, found.sequence());
            store.start(found, options.port());
            return store;
        } catch (Exception e) {
            release(folder, store);
            throw refusal(path, options, e);
        }
    }

    private void start(Recovery.Recovered found, int wanted) throws InterruptedException, ExecutionException {
        applying.submit(() -> {
                    snapshots.continueFrom(found);
                    journal.afterForce(snapshots::consider);
                    backend.changes().recordTo(journal);
                })
                .get();
        server = WireServer.bind(applying, commands, wanted);
        port = server.port();
        log.info(
                "store open: {} documents, snapshot {} bytes, journal {} bytes",
                backend.count(),
                found.snapshotBytes(),
                found.journalBytes());
    }

    private static void release(Folder folder, @Nullable JournaledMongo store) {
        if (store != null) {
            store.stopThreads();
        }
        folder.closeQuietly();
    }

    private static RuntimeException refusal(Path folder, Options options, Exception e) {
        if (e instanceof BindException) {
            return Folder.portTaken(PORT_SETTING, options.port());
        }
        return e instanceof RuntimeException unchecked
                ? unchecked
                : Folder.refused(folder, "数据目录无法读取（" + e + "）", "请检查目录的权限和磁盘");
    }

    /** Where drivers connect; always the loopback address. */
    public URI uri() {
        return URI.create("mongodb://127.0.0.1:" + port);
    }

    /** Completes when the journal can no longer be written; from then on every command is refused, until the next start. */
    public CompletionStage<IOException> failed() {
        return journal.failed();
    }

    /** What happened so far. */
    public Figures figures() {
        return await(applying.submit(
                () -> new Figures(journal.entries(), journal.forces(), snapshots.taken(), backend.count())));
    }

    /** Finishes what was begun, writes a last snapshot, and gives the folder back. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (server != null) {
            server.stopListening();
        }
        finish();
        if (server != null) {
            server.closeConnections();
        }
        stopThreads();
        journal.close();
        segments.close();
        folder.closeQuietly();
    }

    private void finish() {
        CompletableFuture<Void> idle = new CompletableFuture<>();
        applying.execute(() -> {
            commands.drain();
            journal.whenIdle(() -> idle.complete(null));
        });
        try {
            idle.thenCompose(done -> snapshots.last()).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            log.warn("closing without a last snapshot; the journal has everything: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopThreads() {
        applying.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        journaling.shutdown();
        snapshotting.shutdown();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** This thread is the store's alone; creating a collection may wait for randomness, which would be an offence on a shared one. */
    private static Thread applyingThread(Runnable work) {
        Thread thread = new FastThreadLocalThread(work, "mongo-apply") {
            @Override
            public boolean permitBlockingCalls() {
                return true;
            }
        };
        thread.setDaemon(true);
        return thread;
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }
}
