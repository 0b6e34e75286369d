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
import java.util.ArrayList;
import java.util.List;

/**
 * Writes everything as it was at one moment, while it goes on changing. The applying thread notes which documents there are; nobody
 * changes an encoded document, so a thread of its own can take all its time to write them, and the journal never waits for the snapshot.
 */
final class Snapshot {
    private static final int SLICE = 256 << 10;
    private static final int FORCE_EVERY = 4 << 20;

    private final Folder folder;
    private final Disk disk;
    private final long sequence;
    private final List<Part> parts = new ArrayList<>();
    private long count;
    private long bytes;
    private long unforcedBytes;

    /** One collection: how to create it, and its documents. */
    private record Part(String database, List<Document> commands, byte[] namespace, List<byte[]> documents) {}

    /** Everything there is now; on the applying thread. @param sequence the last change that is in it */
    Snapshot(Folder folder, Disk disk, long sequence, StoreBackend backend) {
        this.folder = folder;
        this.disk = disk;
        this.sequence = sequence;
        for (StoreDatabase database : backend.databases()) {
            for (StoreCollection collection : database.stores()) {
                parts.add(new Part(
                        database.getDatabaseName(),
                        commands(database, collection),
                        collection.namespace(),
                        collection.documents()));
            }
        }
    }

    private static List<Document> commands(StoreDatabase database, StoreCollection collection) {
        String name = collection.getCollectionName();
        return List.of(
                new Document("create", name),
                new Document("createIndexes", name).append("indexes", database.indexes(collection)));
    }

    /** Returns the size once the snapshot stands under its final name. */
    long write() throws IOException {
        Path file = folder.snapshot(sequence);
        ByteBuf frame = PooledByteBufAllocator.DEFAULT.directBuffer(SLICE + (SLICE >> 2));
        try (Disk.Output output = disk.create(folder.unfinished(file))) {
            Frame.open(frame);
            for (Part part : parts) {
                write(part, frame, output);
            }
            Entry.encode(Entry.Kind.END, "", new Document("documents", count), frame);
            write(frame, output);
            output.force();
        } finally {
            frame.release();
        }
        Files.move(folder.unfinished(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        disk.forceFolder(folder.path());
        folder.deleteBefore(sequence);
        return bytes;
    }

    private void write(Part part, ByteBuf frame, Disk.Output output) throws IOException {
        part.commands().forEach(command -> Entry.encode(Entry.Kind.COMMAND, part.database(), command, frame));
        for (byte[] document : part.documents()) {
            Entry.encode(Entry.Kind.PUT, part.namespace(), document, frame);
            count++;
            if (frame.readableBytes() >= SLICE) {
                write(frame, output);
            }
        }
    }

    private void write(ByteBuf frame, Disk.Output output) throws IOException {
        Frame.seal(frame, sequence);
        bytes += frame.readableBytes();
        unforcedBytes += frame.readableBytes();
        output.write(frame.nioBuffer());
        if (unforcedBytes > FORCE_EVERY) {
            // Small forces: one large one would make the journal's own forces wait behind it.
            output.force();
            unforcedBytes = 0;
        }
        Frame.open(frame.clear());
    }
}
