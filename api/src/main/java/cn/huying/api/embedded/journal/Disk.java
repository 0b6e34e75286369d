package cn.huying.api.embedded.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the store asks of a disk; small, so that a test can be a disk that fails. */
public interface Disk {
    /** A new, empty file; what stood there before is gone. */
    Output create(Path file) throws IOException;

    /** Makes the creation, renaming and deletion of files in this folder durable. */
    void forceFolder(Path folder) throws IOException;

    /** A file that is appended to. */
    interface Output extends Closeable {
        /** Writes all of it. */
        void write(ByteBuffer bytes) throws IOException;

        /** Returns once everything written is on the disk. */
        void force() throws IOException;
    }

    public static Disk real() {
        return new Disk() {
            @Override
            public Output create(Path file) throws IOException {
                return new ChannelOutput(FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE));
            }

            @Override
            public void forceFolder(Path folder) throws IOException {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        };
    }

    /** The ordinary file. */
    record ChannelOutput(FileChannel channel) implements Output {
        @Override
        public void write(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
