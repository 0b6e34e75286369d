package cn.huying.api.embedded;

import cn.huying.api.embedded.journal.Disk;
import cn.huying.api.embedded.journal.Entry;
import cn.huying.api.embedded.journal.Folder;
import cn.huying.api.embedded.journal.Frame;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Writes everything as it was at one moment, while it goes on changing. The applying thread notes which documents there are, then
 * encodes them in slices of a millisecond between commands; a document changed before its slice comes is kept as it was. A thread
 * of its own writes the slices, so the journal never waits for the snapshot.
 */
final class Snapshot {
    private static final int SLICE = 256 << 10;
    private static final int FORCE_EVERY = 4 << 20;

    private final Folder folder;
    private final Disk disk;
    private final long sequence;
    private final Executor applying;
    private final Executor writing;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final Map<Document, Document> asTheyWere = new IdentityHashMap<>();
    private final CompletableFuture<Long> written = new CompletableFuture<>();
    private Iterator<Document> documents = List.<Document>of().iterator();
    private byte[] namespace = {};
    private long count;
    private long bytes;
    private long unforcedBytes;

    /** One collection: how to create it, and its documents. */
    private record Part(String database, List<Document> commands, byte[] namespace, List<Document> documents) {}

    Snapshot(Folder folder, Disk disk, long sequence, Executor applying, Executor writing) {
        this.folder = folder;
        this.disk = disk;
        this.sequence = sequence;
        this.applying = applying;
        this.writing = writing;
    }

    /** Begins, on the applying thread; the future gives the size once the snapshot stands under its final name. */
    CompletableFuture<Long> begin(StoreBackend backend) {
        for (StoreDatabase database : backend.databases()) {
            for (StoreCollection collection : database.stores()) {
                parts.add(new Part(
                        database.getDatabaseName(),
                        commands(database, collection),
                        collection.namespace(),
                        collection.documents()));
            }
        }
        writing.execute(() -> attempt(() -> {
            Path unfinished = folder.unfinished(folder.snapshot(sequence));
            Disk.Output output = disk.create(unfinished);
            applying.execute(() -> attempt(() -> slice(output)));
        }));
        return written;
    }

    /** The document is about to differ from what it was when the snapshot began. */
    void preserve(Document live, Document asItWas) {
        asTheyWere.putIfAbsent(live, asItWas);
    }

    private static List<Document> commands(StoreDatabase database, StoreCollection collection) {
        String name = collection.getCollectionName();
        return List.of(
                new Document("create", name),
                new Document("createIndexes", name).append("indexes", database.indexes(collection)));
    }

    private void slice(Disk.Output output) {
        ByteBuf frame = Frame.open(PooledByteBufAllocator.DEFAULT.directBuffer(SLICE + (SLICE >> 2)));
        boolean more = fill(frame);
        Frame.seal(frame, sequence);
        writing.execute(() -> attempt(() -> {
            try {
                write(output, frame);
            } catch (IOException e) {
                output.close();
                throw e;
            } finally {
                frame.release();
            }
            if (more) {
                applying.execute(() -> attempt(() -> slice(output)));
            } else {
                finish(output);
            }
        }));
    }

    private boolean fill(ByteBuf frame) {
        while (frame.readableBytes() < SLICE) {
            if (documents.hasNext()) {
                Document live = documents.next();
                Document was = asTheyWere.remove(live);
                Entry.encode(Entry.Kind.PUT, namespace, was == null ? live : was, frame);
                count++;
            } else if (!nextPart(frame)) {
                Entry.encode(Entry.Kind.END, "", new Document("documents", count), frame);
                return false;
            }
        }
        return true;
    }

    private boolean nextPart(ByteBuf frame) {
        Part part = parts.poll();
        if (part == null) {
            return false;
        }
        part.commands().forEach(command -> Entry.encode(Entry.Kind.COMMAND, part.database(), command, frame));
        namespace = part.namespace();
        documents = part.documents().iterator();
        return true;
    }

    private void write(Disk.Output output, ByteBuf frame) throws IOException {
        bytes += frame.readableBytes();
        unforcedBytes += frame.readableBytes();
        output.write(frame.nioBuffer());
        if (unforcedBytes > FORCE_EVERY) {
            // Small forces: one large one would make the journal's own forces wait behind it.
            output.force();
            unforcedBytes = 0;
        }
    }

    private void finish(Disk.Output output) throws IOException {
        try (output) {
            output.force();
        }
        Path file = folder.snapshot(sequence);
        Files.move(folder.unfinished(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        disk.forceFolder(folder.path());
        folder.deleteBefore(sequence);
        written.complete(bytes);
    }

    private void attempt(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            written.completeExceptionally(e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
