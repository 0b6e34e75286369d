package cn.huying.knowledge.shelf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/**
 * The files of a shelf: a folder for each index that was begun, a file that names the one in use, and a file that is there only after a stop in
 * order. What is named was complete and verified when it was named.
 */
record ShelfFolder(Path path) {
    private static final String CURRENT = "current";
    private static final String CLEAN = "clean";
    private static final String QUARANTINE = "quarantine";
    private static final String PREFIX = "index-";
    /** For whoever wants to know what happened; more of the same tells nothing new and fills the disk. */
    private static final int KEPT_IN_QUARANTINE = 2;

    Optional<Path> current() throws IOException {
        Path file = path.resolve(CURRENT);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String name = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        return indexes().stream()
                .filter(index -> index.getFileName().toString().equals(name))
                .findFirst();
    }

    /** A folder nothing was ever in. */
    Path next() throws IOException {
        Files.createDirectories(path);
        int last = indexes().stream().mapToInt(ShelfFolder::number).max().orElse(0);
        return Files.createDirectory(path.resolve(PREFIX + (last + 1)));
    }

    /** From here on this one is in use, whatever happens. */
    void name(Path index) throws IOException {
        Path beside = path.resolve(CURRENT + ".new");
        try (FileChannel file = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            file.write(StandardCharsets.US_ASCII.encode(index.getFileName().toString()));
            file.force(true);
        }
        Files.move(beside, path.resolve(CURRENT), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        IOUtils.fsync(path, true);
    }

    void dropAllBut(Path current) throws IOException {
        for (Path index : indexes()) {
            if (!index.equals(current)) {
                IOUtils.rm(index);
            }
        }
    }

    void quarantine(Path index) throws IOException {
        Path ward = Files.createDirectories(path.resolve(QUARANTINE));
        List<Path> earlier = children(ward);
        int last = earlier.stream().mapToInt(ShelfFolder::number).max().orElse(0);
        Files.move(index, ward.resolve(PREFIX + (last + 1)));
        for (Path old : earlier.subList(0, Math.max(0, earlier.size() + 1 - KEPT_IN_QUARANTINE))) {
            IOUtils.rm(old);
        }
    }

    /** Whether the last stop was in order. Asked once: from now on it is not, until {@link #stopped()}. */
    boolean wasStoppedInOrder() throws IOException {
        return Files.deleteIfExists(path.resolve(CLEAN));
    }

    void stopped() throws IOException {
        if (Files.isDirectory(path)) {
            Files.write(path.resolve(CLEAN), new byte[0]);
        }
    }

    private List<Path> indexes() throws IOException {
        return Files.isDirectory(path)
                ? children(path).stream().filter(child -> number(child) > 0).toList()
                : List.of();
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .sorted(Comparator.comparingInt(ShelfFolder::number))
                    .toList();
        }
    }

    /** 0 for what is no index. */
    private static int number(Path folder) {
        String name = folder.getFileName().toString();
        String digits = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
        boolean plain =
                !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? Integer.parseInt(digits) : 0;
    }
}
