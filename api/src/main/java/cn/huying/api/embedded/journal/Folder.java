package cn.huying.api.embedded.journal;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store's folder: who may open it, and how its files are called. */
public final class Folder implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(Folder.class);
    private static final String LOCK = "store.lock";
    private static final String JOURNAL = "journal-";
    private static final String SNAPSHOT = "snapshot-";
    private static final String SUFFIX = ".huying";
    private static final String UNFINISHED = ".tmp";

    private final Path path;
    private final FileChannel lock;

    private Folder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the folder for this process alone. Refused, with the mend, when it cannot be written or another process has it. */
    public static Folder open(Path folder) {
        try {
            Path path = Files.createDirectories(folder).toRealPath();
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw refused(path.resolve(LOCK), "另一个进程正在使用这个数据目录", "请先停止那个进程，或用 HUYING_DATA 指定别的目录");
            }
            return new Folder(path, channel);
        } catch (IOException e) {
            throw refused(folder.toAbsolutePath(), "数据目录不可写（" + e + "）", "请检查目录的权限和磁盘，或用 HUYING_DATA 指定别的目录");
        }
    }

    /** Whether a process has the folder. Not to be asked by that process itself: it could lose the folder by it. */
    public static boolean isTaken(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    public static ConfigException refused(Path file, String reason, String mend) {
        return new ConfigException(List.of(new ConfigProblem(file.toString(), 0, reason, mend)));
    }

    public static ConfigException portTaken(String setting, int port) {
        return new ConfigException(
                List.of(new ConfigProblem(setting, 0, "端口 " + port + " 已被占用", "请停止占用它的程序，或用 " + setting + " 指定别的端口")));
    }

    public Path path() {
        return path;
    }

    /** The segment whose first record has this sequence. */
    Path journal(long firstSequence) {
        return path.resolve(name(JOURNAL, firstSequence));
    }

    /** The snapshot that holds everything up to this sequence. */
    public Path snapshot(long sequence) {
        return path.resolve(name(SNAPSHOT, sequence));
    }

    public Path unfinished(Path file) {
        return path.resolve(file.getFileName() + UNFINISHED);
    }

    /** Where bytes that were cut off are kept for whoever wants to look. */
    public Path torn(Path file, long offset) {
        return path.resolve("torn-" + offset + "-" + file.getFileName());
    }

    private static String name(String prefix, long sequence) {
        return prefix + "%019d".formatted(sequence) + SUFFIX;
    }

    public static long sequenceOf(Path file) {
        String name = file.getFileName().toString();
        return Long.parseLong(name.substring(name.indexOf('-') + 1, name.length() - SUFFIX.length()));
    }

    public List<Path> journals() throws IOException {
        return list(JOURNAL, SUFFIX);
    }

    public Optional<Path> newestSnapshot() throws IOException {
        return list(SNAPSHOT, SUFFIX).reversed().stream().findFirst();
    }

    /** Deletes what the snapshot of this sequence has made superfluous, and what a crash left unfinished. */
    public void deleteBefore(long sequence) throws IOException {
        for (Path file : list(JOURNAL, SUFFIX)) {
            if (sequenceOf(file) <= sequence) {
                Files.delete(file);
            }
        }
        for (Path file : list(SNAPSHOT, SUFFIX)) {
            if (sequenceOf(file) < sequence) {
                Files.delete(file);
            }
        }
    }

    public void deleteUnfinished() throws IOException {
        for (Path file : list(SNAPSHOT, UNFINISHED)) {
            Files.delete(file);
        }
    }

    private List<Path> list(String prefix, String suffix) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && file.getFileName().toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    /** Gives the folder back. The operating system would do it at the end of the process, too. */
    public void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            log.warn("the lock of {} could not be given back: {}", path, e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
