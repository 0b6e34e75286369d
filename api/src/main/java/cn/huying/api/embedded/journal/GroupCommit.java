package cn.huying.api.embedded.journal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Order and acknowledgement. Everything but the writing itself happens on the one applying thread: what was applied first stands
 * first in the journal, and while one batch is being forced the next one gathers, so that many writers share a force.
 */
public final class GroupCommit {
    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    /** A batch larger than this does not wait for the one before it. */
    private static final int LARGE = 32 << 20;

    private final Executor applying;
    private final Executor writing;
    private final Segments segments;
    private final CompletableFuture<IOException> failed = new CompletableFuture<>();
    private final Deque<Batch> unforced = new ArrayDeque<>();
    private Batch open = new Batch();
    private boolean scheduled;
    private long lastSequence;
    private long bytes;
    private long entries;
    private long forces;
    private volatile @Nullable String failure;
    private @Nullable Runnable idle;
    private Runnable afterForce = () -> {};

    public GroupCommit(Executor applying, Executor writing, Segments segments, long lastSequence) {
        this.applying = applying;
        this.writing = writing;
        this.segments = segments;
        this.lastSequence = lastSequence;
    }

    /** Runs after every force, on the applying thread. */
    public void afterForce(Runnable task) {
        afterForce = task;
    }

    /** Adds a change to the batch that is gathering, and says which one that is. */
    public Batch record(Entry.Kind kind, byte[] namespace, byte[] bson) {
        Entry.encode(kind, namespace, bson, open.frame());
        entries++;
        if (open.size() > LARGE) {
            Batch batch = open;
            submit();
            return batch;
        }
        if (!scheduled && unforced.isEmpty()) {
            scheduled = true;
            applying.execute(this::submitGathered);
        }
        return open;
    }

    /** The newest batch that is not yet on the disk, if any. */
    @Nullable
    public Batch newest() {
        return open.isEmpty() ? unforced.peekLast() : open;
    }

    /** Why nothing is acknowledged any more; absent while all is well. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    public CompletableFuture<IOException> failed() {
        return failed;
    }

    /** How many changes were recorded. */
    public long entries() {
        return entries;
    }

    /** How many times the disk was waited for. */
    public long forces() {
        return forces;
    }

    public long bytesSinceRoll() {
        return bytes;
    }

    /** Ends the segment behind everything applied so far, and returns the sequence of its last record. */
    public long roll() {
        if (!open.isEmpty()) {
            submit();
        }
        bytes = 0;
        writing.execute(() -> {
            try {
                segments.roll();
            } catch (IOException e) {
                applying.execute(() -> fail(e));
            }
        });
        return lastSequence;
    }

    /** Runs the task once everything applied so far is on the disk or refused. */
    public void whenIdle(Runnable task) {
        idle = task;
        runIfIdle();
    }

    /** Gives the memory of the gathering batch back; nothing is recorded afterwards. */
    public void close() {
        open.frame().release();
    }

    private void submitGathered() {
        scheduled = false;
        if (!open.isEmpty()) {
            submit();
        }
    }

    private void submit() {
        Batch batch = open;
        open = new Batch();
        long sequence = ++lastSequence;
        bytes += batch.size();
        unforced.add(batch);
        writing.execute(() -> write(batch, sequence));
    }

    private void write(Batch batch, long sequence) {
        try {
            Frame.seal(batch.frame(), sequence);
            segments.append(batch.frame().nioBuffer(), sequence);
            applying.execute(() -> durable(batch));
        } catch (IOException e) {
            applying.execute(() -> fail(e));
        } finally {
            batch.frame().release();
        }
    }

    private void durable(Batch batch) {
        forces++;
        unforced.remove(batch);
        batch.durable();
        if (unforced.isEmpty()) {
            submitGathered();
        }
        afterForce.run();
        runIfIdle();
    }

    /** Refuses whatever waits and whatever comes: what is in memory and what is on the disk are no longer the same. */
    void fail(IOException cause) {
        String reason = "日志无法写入，本次启动不再确认任何写入（" + cause.getMessage() + "）。请检查磁盘空间与权限后重新启动";
        if (failure == null) {
            log.error("the journal cannot be written, no write is acknowledged any more: {}", cause.toString());
            failure = reason;
            failed.complete(cause);
        }
        unforced.forEach(batch -> batch.refuse(reason));
        unforced.clear();
        open.refuse(reason);
        runIfIdle();
    }

    private void runIfIdle() {
        Runnable task = idle;
        if (task != null && unforced.isEmpty() && (open.isEmpty() || failure != null)) {
            idle = null;
            task.run();
        }
    }
}
