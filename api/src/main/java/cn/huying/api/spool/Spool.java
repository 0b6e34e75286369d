package cn.huying.api.spool;

import cn.huying.bot.envelope.Keyring;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Append-only files of sealed messages. What was taken is on the disk: one thread writes, and whatever gathered meanwhile is forced together.
 * Bounded; a full spool and a disk that fails are errors, never a loss.
 */
public final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int MOST_WAITING = 10_000;
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final SpoolFolder folder;
    private final Keyring keyring;
    private final Limits limits;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("spool").daemon().factory());
    private final Scheduler scheduler = Schedulers.fromExecutorService(thread, "spool");
    private final LinkedBlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private @Nullable SpoolFile file;
    private volatile long bytes;

    /** @param fileBytes after how much a new file is begun; a file is held in memory while it is handed in */
    public record Limits(long bytes, long fileBytes) {
        public static Limits standard() {
            return new Limits(64L << 20, 4L << 20);
        }
    }

    private record Waiting(byte[] message, MonoSink<Void> sink) {}

    private Spool(SpoolFolder folder, Keyring keyring, Limits limits) throws IOException {
        this.folder = folder;
        this.keyring = keyring;
        this.limits = limits;
        this.bytes = folder.bytes();
    }

    /**
     * Opens a folder for this process alone; what an earlier one left is handed in with the rest.
     *
     * @throws IOException when the folder cannot be used
     */
    public static Spool open(Path path, Keyring keyring, Limits limits) throws IOException {
        SpoolFolder folder = SpoolFolder.open(path);
        try {
            return new Spool(folder, keyring, limits);
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    /** Completes when the message is on the disk; errors with {@link SpoolFullException} or what the disk said. */
    public Mono<Void> keep(byte[] message) {
        return Mono.create(sink -> {
            if (bytes >= limits.bytes() || !waiting.offer(new Waiting(message, sink))) {
                sink.error(new SpoolFullException());
            } else {
                thread.execute(this::write);
            }
        });
    }

    /** How much of the disk is in use. */
    public long bytes() {
        return bytes;
    }

    public boolean isEmpty() {
        return bytes == 0;
    }

    /** Whether a message could be kept now: there is room, and the disk takes what is written to it. */
    public Mono<Boolean> works() {
        return Mono.fromCallable(() -> bytes < limits.bytes() && folder.takesWrites())
                .subscribeOn(scheduler);
    }

    private void write() {
        List<Waiting> together = new ArrayList<>();
        waiting.drainTo(together);
        if (together.isEmpty()) {
            return;
        }
        try {
            SpoolFile current = current();
            List<ByteBuffer> records =
                    together.stream().map(one -> current.sealed(one.message())).toList();
            current.write(records);
            bytes = folder.bytes();
            together.forEach(one -> one.sink().success());
        } catch (IOException | RuntimeException e) {
            LOG.error("the spool could not write: {}", e.toString());
            endFile();
            together.forEach(one -> one.sink().error(e));
        }
    }

    private SpoolFile current() throws IOException {
        if (file != null && file.size() >= limits.fileBytes()) {
            endFile();
        }
        SpoolFile current = file == null ? SpoolFile.create(folder.next(), keyring) : file;
        file = current;
        return current;
    }

    /** What stands in a file that could not be written to its end may be half a record: the next one begins a file of its own. */
    private void endFile() {
        try (SpoolFile ended = file) {
            file = null;
        } catch (IOException e) {
            LOG.warn("a spool file could not be closed: {}", e.toString());
        }
    }

    /** A file that nothing more is written to. */
    public record Batch(Path path, List<byte[]> messages, boolean whole) {
        /** The same, to be kept aside, if not all of it could be used. */
        Batch usedWhole(boolean used) {
            return new Batch(path, messages, whole && used);
        }
    }

    /** Everything there is, the oldest first, a file at a time. */
    public Flux<Batch> batches() {
        return Mono.fromCallable(() -> {
                    endFile();
                    return folder.files();
                })
                .subscribeOn(scheduler)
                .flatMapIterable(files -> files)
                .concatMap(path -> Mono.fromCallable(() -> read(path)).subscribeOn(scheduler), 0);
    }

    private Batch read(Path path) throws IOException {
        SpoolFile.Messages read = SpoolFile.read(path, keyring);
        return new Batch(path, read.messages(), read.whole());
    }

    /** The messages of the batch are safe in the inbox. A file that was not whole is set aside for people to look at. */
    public Mono<Void> done(Batch batch) {
        return Mono.<Void>fromCallable(() -> {
                    if (batch.whole()) {
                        Files.deleteIfExists(batch.path());
                    } else {
                        LOG.error("{} is damaged and kept aside", folder.setAside(batch.path()));
                    }
                    SpoolFile.forceFolder(batch.path());
                    bytes = folder.bytes();
                    return null;
                })
                .subscribeOn(scheduler);
    }

    /** What is being written comes to an end. */
    @Override
    public void close() throws IOException {
        scheduler.dispose();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSING.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("the spool is still writing and is left");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        endFile();
        folder.close();
    }
}
