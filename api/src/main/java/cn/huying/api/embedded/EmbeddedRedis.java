package cn.huying.api.embedded;

import cn.huying.api.embedded.journal.Folder;
import cn.huying.knowledge.load.ConfigException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/**
 * The real redis-server, brought along as a binary and run as a process of its own: append-only file forced every second, loopback
 * only. A server that dies is started again on the same port. When this process is killed the server stays behind; the next start finds it by its recorded pid and ends it, but only when
 * that pid still is a redis-server of this very folder.
 */
public final class EmbeddedRedis implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedRedis.class);
    private static final String PORT_SETTING = "HUYING_STORE_REDIS_PORT";
    private static final String SETTINGS = "redis.conf";
    private static final String OUTPUT = "redis.log";
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final int MOST_STARTS = 5;
    private static final Duration POLL = Duration.ofMillis(20);
    private static final int ANSWER_MILLIS = 1_000;
    private static final byte[] PING = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PONG = "+PONG".getBytes(StandardCharsets.US_ASCII);

    private final Folder folder;
    private final int port;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private volatile Process process;
    private boolean closing;
    private int startsInARow;
    private long startedAt = System.nanoTime();

    private EmbeddedRedis(Process process, Folder folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts the server on its folder and returns when it answers.
     *
     * @param wantedPort 0 for any free one
     * @throws ConfigException when the folder cannot be used, the port is taken or the server does not start; says how to mend it
     */
    public static EmbeddedRedis open(Path path, int wantedPort) {
        Folder folder = Folder.open(path);
        try {
            EmbeddedRedis redis = start(folder, wantedPort);
            redis.awaitAnswer();
            redis.watch();
            return redis;
        } catch (IOException e) {
            folder.closeQuietly();
            throw Folder.refused(folder.path(), "内置 Redis 无法启动（" + e + "）", "请检查目录的权限和磁盘，或用 REDIS_URI 指定自己的 Redis");
        } catch (ConfigException e) {
            folder.closeQuietly();
            throw e;
        }
    }

    private static EmbeddedRedis start(Folder folder, int wantedPort) throws IOException {
        Path path = folder.path();
        RedisProcess.endLeftOver(path);
        int port = freePort(wantedPort);
        Files.writeString(path.resolve(SETTINGS), settings(path, port));
        return new EmbeddedRedis(launch(path), folder, port);
    }

    private static Process launch(Path path) throws IOException {
        return new ProcessBuilder(
                        executable(path).toString(), path.resolve(SETTINGS).toString())
                .directory(path.toFile())
                .redirectErrorStream(true)
                .redirectOutput(path.resolve(OUTPUT).toFile())
                .start();
    }

    private void watch() {
        var _ = process.onExit().thenAccept(this::died);
    }

    /** What it knew is on the disk but for the last second, which the robots' bucket notices by itself. */
    private synchronized void died(Process dead) {
        boolean lived = System.nanoTime() - startedAt > STEADY.toNanos();
        startsInARow = lived ? 1 : startsInARow + 1;
        if (closing || startsInARow > MOST_STARTS) {
            ended.complete(dead.exitValue());
            return;
        }
        log.warn("redis-server {} ended with {} and is started again", dead.pid(), dead.exitValue());
        Duration pause = PAUSE.multipliedBy(startsInARow);
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> startAgain(dead));
    }

    private synchronized void startAgain(Process dead) {
        if (closing) {
            ended.complete(dead.exitValue());
            return;
        }
        try {
            process = launch(folder.path());
            startedAt = System.nanoTime();
            watch();
        } catch (IOException e) {
            log.error("redis-server could not be started again: {}", e.toString());
            ended.complete(dead.exitValue());
        }
    }

    private static int freePort(int wanted) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return probe.getLocalPort();
        } catch (IOException e) {
            throw Folder.portTaken(PORT_SETTING, wanted);
        }
    }

    private static String settings(Path folder, int port) {
        return String.join(
                "\n",
                "bind 127.0.0.1",
                "protected-mode yes",
                "port " + port,
                "pidfile " + quoted(RedisProcess.pidFile(folder)),
                "dir " + quoted(folder),
                "appendonly yes",
                "appendfsync everysec",
                "save \"\"",
                "daemonize no",
                "");
    }

    private static String quoted(Path path) {
        return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The binary for this machine, unpacked into the folder: a place of ours, where the next start can recognise it. */
    private static Path executable(Path folder) throws IOException {
        return ExecutableProvider.newJarResourceProvider(folder.toFile()).get().toPath();
    }

    private void awaitAnswer() throws IOException {
        long deadline = System.nanoTime() + START.toNanos();
        while (process.isAlive() && System.nanoTime() - deadline < 0) {
            if (answers()) {
                log.info("redis-server open, pid {}, port {}", process.pid(), port);
                return;
            }
            pause();
        }
        close();
        throw Folder.refused(
                folder.path().resolve(OUTPUT),
                "内置 Redis 没有应答：" + lastWords(),
                "请查看这个文件；缺少 libssl3 时请安装它，或用 REDIS_URI 指定自己的 Redis");
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(PING);
            return Arrays.equals(socket.getInputStream().readNBytes(PONG.length), PONG);
        } catch (IOException e) {
            return false;
        }
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readAllLines(folder.path().resolve(OUTPUT));
        return lines.isEmpty() ? "（没有输出）" : lines.getLast();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where clients connect; always the loopback address. */
    public URI uri() {
        return URI.create("redis://127.0.0.1:" + port);
    }

    /** The server's process id. */
    public long pid() {
        return process.pid();
    }

    /** Completes with the exit status when the server has ended and is not started again: it was closed, or dies again and again. */
    public CompletionStage<Integer> ended() {
        return ended.minimalCompletionStage();
    }

    /** Ends the server; it writes what it has on the way. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        process.destroy();
        try {
            if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        ended.complete(process.isAlive() ? -1 : process.exitValue());
        folder.closeQuietly();
    }
}
