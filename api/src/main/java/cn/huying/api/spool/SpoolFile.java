package cn.huying.api.spool;

import cn.huying.api.spool.SpoolRecord.Contents;
import cn.huying.bot.envelope.DataKey;
import cn.huying.bot.envelope.Field;
import cn.huying.bot.envelope.Keyring;
import cn.huying.bot.envelope.UnreadableFieldException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One file of the spool being written: its first record is a key of its own, wrapped, and every other one a message sealed with it. A file is
 * written by one process and never continued by another.
 */
final class SpoolFile implements Closeable {
    private static final String COLLECTION = "spool";

    private final Path path;
    private final FileChannel channel;
    private final DataKey key;
    private long size;

    private SpoolFile(Path path, FileChannel channel, DataKey key) {
        this.path = path;
        this.channel = channel;
        this.key = key;
    }

    /** Begins a file that must not exist yet; it is on the disk when this returns. */
    static SpoolFile create(Path path, Keyring keyring) throws IOException {
        byte[] wrapped = keyring.newWrappedKey(keyField(path));
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        SpoolFile file = new SpoolFile(path, channel, keyring.unwrap(keyField(path), wrapped));
        file.write(List.of(SpoolRecord.of(wrapped)));
        forceFolder(path);
        return file;
    }

    /** The record of a message, ready to be written to this file and no other. */
    ByteBuffer sealed(byte[] message) {
        return SpoolRecord.of(key.seal(messageField(path), message));
    }

    /** Returns once all of it is on the disk. */
    void write(List<ByteBuffer> records) throws IOException {
        for (ByteBuffer bytes : records) {
            size += bytes.remaining();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        channel.force(false);
    }

    long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /**
     * What a file holds that can be read.
     *
     * @param whole false when something in it cannot: such a file is not thrown away
     */
    record Messages(List<byte[]> messages, boolean whole) {}

    static Messages read(Path path, Keyring keyring) throws IOException {
        Contents contents = Contents.of(Files.readAllBytes(path));
        if (contents.bodies().isEmpty()) {
            return new Messages(List.of(), contents.damaged() == 0);
        }
        Optional<DataKey> key =
                tried(() -> keyring.unwrap(keyField(path), contents.bodies().getFirst()));
        List<byte[]> sealed = contents.bodies().subList(1, contents.bodies().size());
        List<byte[]> messages = key.stream()
                .flatMap(opened -> sealed.stream()
                        .flatMap(body -> tried(() -> opened.openBytes(messageField(path), body)).stream()))
                .toList();
        return new Messages(messages, contents.damaged() == 0 && key.isPresent() && messages.size() == sealed.size());
    }

    private static <T> Optional<T> tried(Supplier<T> opening) {
        try {
            return Optional.of(opening.get());
        } catch (UnreadableFieldException _) {
            return Optional.empty();
        }
    }

    /** Makes the creation, renaming or deletion of a file durable. */
    static void forceFolder(Path path) throws IOException {
        try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static Field keyField(Path path) {
        return new Field(COLLECTION, String.valueOf(path.getFileName()), "key");
    }

    private static Field messageField(Path path) {
        return new Field(COLLECTION, String.valueOf(path.getFileName()), "message");
    }
}
