package cn.huying.api.embedded.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal's files, written by the journal thread alone. After the first failure nothing is written again: whether a failed force
 * reached the disk cannot be known, and a later success would pretend that it had.
 */
public final class Segments implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Segments.class);

    private final Folder folder;
    private final Disk disk;
    private Disk.@Nullable Output current;
    private @Nullable IOException failure;

    public Segments(Folder folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** Appends one frame and returns when it is on the disk. */
    void append(ByteBuffer frame, long sequence) throws IOException {
        check();
        try {
            Disk.Output output = output(sequence);
            output.write(frame);
            output.force();
        } catch (IOException | RuntimeException e) {
            IOException reason = e instanceof IOException io ? io : new IOException(e.toString(), e);
            failure = reason;
            throw reason;
        }
    }

    private Disk.Output output(long sequence) throws IOException {
        Disk.Output output = current;
        if (output == null) {
            output = disk.create(folder.journal(sequence));
            current = output;
            disk.forceFolder(folder.path());
        }
        return output;
    }

    /** Ends the current file; the next frame begins a new one. */
    void roll() throws IOException {
        Disk.Output output = current;
        current = null;
        if (output != null) {
            output.close();
        }
    }

    /** Throws when the journal has failed before. */
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Everything was forced when it was written; there is nothing left to lose. */
    @Override
    public void close() {
        try {
            roll();
        } catch (IOException e) {
            log.warn("the journal could not be closed: {}", e.toString());
        }
    }
}
