package cn.huying.knowledge.shelf;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.ThreadInterruptedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one index on the local disk. What is there and of the same content is read, after its checksums were compared, and after a stop that was
 * not in order looked at thoroughly. Anything else is built in a folder of its own, verified, and only then switched to; the last good one stays
 * readable until that moment. What is damaged goes into quarantine. Where the disk refuses, because it is full or failing or too much is open, the index is served
 * from memory, {@link #state()} tells, and {@link #mend()} tries again.
 *
 * <p>One for a folder and a process at a time.
 */
public final class Shelf implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(Shelf.class);

    private final ShelfFolder folder;
    private final Opener opener;
    private volatile boolean trusted;
    private Optional<Volume<?>> unkept = Optional.empty();
    private volatile State state = new State("", 0);

    @FunctionalInterface
    interface Opener {
        Directory open(Path folder) throws IOException;
    }

    /**
     * How the shelf is.
     *
     * @param trouble why the index is served from memory only; empty when all is well
     * @param quarantined how many damaged ones were put aside since the start
     */
    public record State(String trouble, int quarantined) {
        public boolean kept() {
            return trouble.isEmpty();
        }
    }

    public Shelf(Path folder) {
        this(folder, FSDirectory::open);
    }

    Shelf(Path folder, Opener opener) {
        this.folder = new ShelfFolder(folder);
        this.opener = opener;
    }

    /** What the volume reads, from the disk if it can be. Never fails for the disk's sake. */
    public synchronized <T> T open(Volume<T> volume) {
        try {
            return onDisk(volume);
        } catch (IOException | RuntimeException refused) {
            log.error("the index cannot be kept on disk and is served from memory: {}", refused.toString());
            unkept = Optional.of(volume);
            state = new State(refused.getClass().getSimpleName(), state.quarantined());
            return inMemory(volume);
        }
    }

    /** What stands there, if it is of this content; nothing is built. */
    public synchronized <T> Optional<T> standing(Volume<T> volume) {
        try {
            return standing(volume, volume.fingerprint());
        } catch (IOException | RuntimeException unknown) {
            log.warn("nobody knows whether the index on disk is good: {}", unknown.toString());
            return Optional.empty();
        }
    }

    private <T> T onDisk(Volume<T> volume) throws IOException {
        String fingerprint = volume.fingerprint();
        Optional<T> standing = standing(volume, fingerprint);
        return standing.isPresent() ? standing.get() : build(volume, fingerprint);
    }

    /** The same without a disk. */
    public static <T> T inMemory(Volume<T> volume) {
        try (Directory directory = new ByteBuffersDirectory()) {
            volume.write(directory, Verified.label(""));
            return volume.read(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory", e);
        }
    }

    /** @throws IOException when nobody knows whether what stands there is good */
    private <T> Optional<T> standing(Volume<T> volume, String fingerprint) throws IOException {
        Optional<Path> current = Optional.empty();
        try {
            trusted = folder.wasStoppedInOrder() || trusted;
            current = folder.current();
            return current.isEmpty() ? Optional.empty() : read(current.get(), volume, fingerprint);
        } catch (IOException | RuntimeException failed) {
            if (!isDamage(failed)) {
                throw failed;
            }
            current.ifPresent(index -> quarantine(index, failed));
            return Optional.empty();
        }
    }

    /** Too many open files, or a thread that was interrupted, say nothing about what is on the disk. */
    private static boolean isDamage(Exception failed) {
        return switch (failed) {
            case CorruptIndexException _, IndexFormatTooOldException _, IndexFormatTooNewException _ -> true;
            case EOFException _, FileNotFoundException _, NoSuchFileException _ -> true;
            case IOException _, UncheckedIOException _, ThreadInterruptedException _ -> false;
            default -> true;
        };
    }

    private <T> Optional<T> read(Path index, Volume<T> volume, String fingerprint) throws IOException {
        try (Directory directory = opener.open(index)) {
            Verified.checksums(directory);
            if (!trusted) {
                Verified.thoroughly(directory);
                trusted = true;
            }
            if (!Verified.holds(directory, fingerprint)) {
                return Optional.empty();
            }
            T content = volume.read(directory);
            kept(index);
            return Optional.of(content);
        }
    }

    private <T> T build(Volume<T> volume, String fingerprint) throws IOException {
        Path next = folder.next();
        try (Directory directory = opener.open(next)) {
            volume.write(directory, Verified.label(fingerprint));
            Verified.thoroughly(directory);
            T content = volume.read(directory);
            folder.name(next);
            trusted = true;
            kept(next);
            return content;
        } catch (IOException | RuntimeException failed) {
            remove(next);
            throw failed;
        }
    }

    private void kept(Path index) {
        unkept = Optional.empty();
        state = new State("", state.quarantined());
        try {
            folder.dropAllBut(index);
        } catch (IOException e) {
            log.warn("superseded indexes could not be deleted: {}", e.toString());
        }
    }

    private void quarantine(Path index, Exception damaged) {
        log.error("the index on disk is damaged, put aside and built anew: {}", damaged.toString());
        state = new State(state.trouble(), state.quarantined() + 1);
        try {
            folder.quarantine(index);
        } catch (IOException e) {
            log.error("a damaged index could not be put aside: {}", e.toString());
            remove(index);
        }
    }

    private static void remove(Path index) {
        try {
            IOUtils.rm(index);
        } catch (IOException e) {
            log.warn("an unusable index could not be deleted: {}", e.toString());
        }
    }

    /** Tries again to keep what the disk refused; gives whether that was mended now. To be called now and then, not on an event loop. */
    public synchronized boolean mend() {
        Optional<Volume<?>> again = unkept;
        if (again.isEmpty()) {
            return false;
        }
        try {
            if (onDisk(again.get()) instanceof Closeable unused) {
                unused.close();
            }
            log.info("the index is kept on disk again");
            return true;
        } catch (IOException | RuntimeException stillRefused) {
            state = new State(stillRefused.getClass().getSimpleName(), state.quarantined());
            return false;
        }
    }

    public State state() {
        return state;
    }

    /**
     * Says that the stop was in order, so that the next start need not look so thoroughly. Does not wait for what is being built: that is only
     * switched to once it was verified.
     */
    @Override
    public void close() {
        try {
            if (trusted) {
                folder.stopped();
            }
        } catch (IOException e) {
            log.warn("the next start will verify the index: {}", e.toString());
        }
    }
}
