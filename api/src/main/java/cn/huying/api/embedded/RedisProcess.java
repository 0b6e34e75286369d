package cn.huying.api.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds and ends the redis-server that a killed program left behind on a folder. */
final class RedisProcess {
    private static final Logger log = LoggerFactory.getLogger(RedisProcess.class);
    private static final String BINARY = "redis-server";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private RedisProcess() {}

    /** Where the server itself records its pid, before it opens anything else; it removes the file when it ends in order. */
    static Path pidFile(Path folder) {
        return folder.resolve("redis.pid");
    }

    /** Ends the recorded process when it is the redis-server of this folder, and nothing else: pids are given away again. */
    static void endLeftOver(Path folder) throws IOException {
        Optional<ProcessHandle> left =
                recorded(folder).flatMap(ProcessHandle::of).filter(handle -> isOurs(handle, folder));
        if (left.isPresent()) {
            log.warn(
                    "ending redis-server {}, left behind on this folder",
                    left.get().pid());
            end(left.get());
        }
        Files.deleteIfExists(pidFile(folder));
    }

    private static Optional<Long> recorded(Path folder) throws IOException {
        try {
            Path file = pidFile(folder);
            return Files.exists(file)
                    ? Optional.of(Long.parseLong(Files.readString(file).strip()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** It is ours when it runs the binary that was unpacked into this folder. */
    static boolean isOurs(ProcessHandle handle, Path folder) {
        return handle.info()
                .command()
                .map(Path::of)
                .filter(binary -> binary.startsWith(folder))
                .filter(binary -> binary.getFileName().toString().startsWith(BINARY))
                .isPresent();
    }

    private static void end(ProcessHandle handle) throws IOException {
        handle.destroy();
        if (!ended(handle)) {
            handle.destroyForcibly();
            if (!ended(handle)) {
                throw new IOException("redis-server " + handle.pid() + " does not end");
            }
        }
    }

    private static boolean ended(ProcessHandle handle) {
        try {
            handle.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !handle.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
