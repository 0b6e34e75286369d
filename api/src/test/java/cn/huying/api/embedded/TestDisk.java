package cn.huying.api.embedded;

import cn.huying.api.embedded.journal.Disk;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A real disk that can be told to wait, to fill up and to fail. */
final class TestDisk implements Disk {
    private final Disk real = Disk.real();
    private final String filesNamed;
    private final Semaphore forcesAllowed = new Semaphore(1 << 20);
    final AtomicInteger forcesBegun = new AtomicInteger();
    volatile int bytesLeft = Integer.MAX_VALUE;
    volatile boolean forceFails;

    /** Misbehaves only for files whose name begins so. */
    TestDisk(String filesNamed) {
        this.filesNamed = filesNamed;
    }

    void holdForces() {
        forcesAllowed.drainPermits();
    }

    void allowForces(int count) {
        forcesAllowed.release(count);
    }

    @Override
    public Output create(Path file) throws IOException {
        Output output = real.create(file);
        return file.getFileName().toString().startsWith(filesNamed) ? new Unreliable(output) : output;
    }

    @Override
    public void forceFolder(Path folder) throws IOException {
        real.forceFolder(folder);
    }

    private final class Unreliable implements Output {
        private final Output output;

        Unreliable(Output output) {
            this.output = output;
        }

        @Override
        public void write(ByteBuffer bytes) throws IOException {
            int fits = Math.min(bytesLeft, bytes.remaining());
            output.write(bytes.slice(bytes.position(), fits));
            bytesLeft -= fits;
            if (fits < bytes.remaining()) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void force() throws IOException {
            forcesBegun.incrementAndGet();
            forcesAllowed.acquireUninterruptibly();
            if (forceFails) {
                throw new IOException("Input/output error");
            }
            output.force();
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }
}
