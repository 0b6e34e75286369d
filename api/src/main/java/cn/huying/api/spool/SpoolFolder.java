package cn.huying.api.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of one process. Replicas that share a data folder take a numbered folder each, the first that nobody holds, so that a new start
 * finds what the last one left.
 */
final class SpoolFolder implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolFolder.class);
    private static final int MOST_REPLICAS = 64;
    private static final String ENDING = ".spool";
    private static final String DAMAGED = ".damaged";

    private final Path path;
    private final FileChannel lock;
    private long last;

    private SpoolFolder(Path path, FileChannel lock) throws IOException {
        this.path = path;
        this.lock = lock;
        this.last = files().stream().mapToLong(SpoolFolder::number).max().orElse(0);
    }

    static SpoolFolder open(Path spool) throws IOException {
        for (int i = 0; i < MOST_REPLICAS; i++) {
            Path path =
                    Files.createDirectories(spool.resolve(Integer.toString(i)).toAbsolutePath());
            FileChannel lock =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isOurs(lock)) {
                return new SpoolFolder(path, lock);
            }
            lock.close();
        }
        throw new IOException("every folder of " + spool + " is in use");
    }

    private static boolean isOurs(FileChannel lock) throws IOException {
        try {
            FileLock taken = lock.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /** A name never used before in this folder. */
    Path next() {
        last++;
        return path.resolve(String.format(Locale.ROOT, "%010d%s", last, ENDING));
    }

    /** The oldest first. */
    List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(path, "*" + ENDING)) {
            found.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (Path file : files()) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** Takes a file out of what is handed in, without losing it. */
    Path setAside(Path file) throws IOException {
        return Files.move(file, file.resolveSibling(file.getFileName() + DAMAGED));
    }

    /** Tried with a file of its own, which nobody takes for messages. */
    boolean takesWrites() {
        Path trial = path.resolve("trial");
        try (FileChannel channel = FileChannel.open(
                trial, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1}));
            channel.force(true);
            return true;
        } catch (IOException e) {
            LOG.warn("the spool's disk takes no writes: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    private static long number(Path file) {
        String name = String.valueOf(file.getFileName());
        return Long.parseLong(name.substring(0, name.length() - ENDING.length()));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
