package cn.huying.api.embedded;

import cn.huying.api.embedded.journal.Disk;
import cn.huying.api.embedded.journal.Folder;
import cn.huying.api.embedded.journal.GroupCommit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides when to take a snapshot, so that a start never has more journal to replay than it can in a second or two. */
final class Snapshots {
    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
    private static final int RETRY_SOONER = 4;

    private final Folder folder;
    private final Disk disk;
    private final StoreBackend backend;
    private final GroupCommit journal;
    private final Executor applying;
    private final Executor writing;
    private final long limit;
    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);
    private long lastSize;
    private long due;
    private long unsaved;
    private long taken;

    Snapshots(Storage storage, StoreBackend backend, GroupCommit journal, Threads threads, long limit) {
        this.folder = storage.folder();
        this.disk = storage.disk();
        this.backend = backend;
        this.journal = journal;
        this.applying = threads.applying();
        this.writing = threads.snapshotting();
        this.limit = limit;
        this.due = limit;
    }

    /** Where files go. */
    record Storage(Folder folder, Disk disk) {}

    /** Who applies commands, and who writes snapshots. */
    record Threads(Executor applying, Executor snapshotting) {}

    void continueFrom(Recovery.Recovered found) {
        lastSize = found.snapshotBytes();
        unsaved = found.journalBytes();
        due = Math.max(limit, lastSize);
    }

    long taken() {
        return taken;
    }

    /** Begins a snapshot when enough was written since the last one and none is being taken. */
    void consider() {
        if (running.isDone() && unsaved + journal.bytesSinceRoll() > due) {
            running = begin();
        }
    }

    /** The one on clean close; when it is done nothing needs to be replayed at the next start. */
    CompletableFuture<Void> last() {
        return running.thenComposeAsync(
                done -> {
                    boolean needed = unsaved + journal.bytesSinceRoll() > 0
                            && journal.failure().isEmpty();
                    return needed ? begin() : CompletableFuture.completedFuture(null);
                },
                applying);
    }

    private CompletableFuture<Void> begin() {
        long before = unsaved + journal.bytesSinceRoll();
        Snapshot snapshot = new Snapshot(folder, disk, journal.roll(), backend);
        unsaved = 0;
        return CompletableFuture.supplyAsync(() -> written(snapshot), writing)
                .handleAsync((size, problem) -> ended(before, size, problem), applying);
    }

    private static long written(Snapshot snapshot) {
        try {
            return snapshot.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable Void ended(long before, @Nullable Long size, @Nullable Throwable problem) {
        if (size != null) {
            taken++;
            lastSize = size;
            due = Math.max(limit, lastSize);
        } else {
            // The journal still holds everything; only the next start would take longer.
            log.warn("no snapshot could be written, the journal goes on: {}", String.valueOf(problem));
            unsaved += before;
            due = unsaved + limit / RETRY_SOONER;
        }
        return null;
    }
}
