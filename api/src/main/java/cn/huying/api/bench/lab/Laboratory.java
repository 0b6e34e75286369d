package cn.huying.api.bench.lab;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The processes of one run and their temporary folder; all of it is gone when this is closed or this process ends. */
public final class Laboratory implements AutoCloseable {
    private static final int CONNECT_MS = 1_000;
    /** It stands for a database server and must not be what slows a long run down. */
    private static final String STORE_HEAP = "-Xmx3g";

    private final Path home;
    private final Path folder;
    private final List<Child> children = new ArrayList<>();
    private final List<ProcessHandle> orphans = new ArrayList<>();
    private final Thread hook = new Thread(this::clear, "bench-clear");

    /** @param home the folder with {@code config/} */
    public Laboratory(Path home) throws IOException {
        this.home = home;
        this.folder = Files.createTempDirectory("huying-bench");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** A server that answers the callback. */
    public record Server(Child child, int port, int managementPort) {
        public URI metrics() {
            return URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus");
        }
    }

    /** The embedded stores in a process of their own. */
    public record Store(Child child, String mongoUri, String redisUri) {}

    /** Where the launcher says the project is, else where we are. */
    public static Path whereWeAre() {
        String told = System.getenv("HUYING_HOME");
        return Path.of(told == null ? System.getProperty("user.dir") : told).toAbsolutePath();
    }

    public Path home() {
        return home;
    }

    public Path data(String name) {
        return folder.resolve(name);
    }

    public Store store(Path data, List<String> prefix) {
        int mongo = freePort();
        int redis = freePort();
        Map<String, String> settings = Map.of(
                "HUYING_DATA", data.toString(),
                "HUYING_STORE_MONGO_PORT", Integer.toString(mongo),
                "HUYING_STORE_REDIS_PORT", Integer.toString(redis));
        Child child = start("store", prefix, List.of(STORE_HEAP), settings, "store")
                .await(() -> listens(mongo) && listens(redis));
        return new Store(child, "mongodb://127.0.0.1:" + mongo + "/huying", "redis://127.0.0.1:" + redis);
    }

    public Server bare(List<String> prefix) {
        int port = freePort();
        Child child = start(
                        "bare", prefix, List.of(), Map.of(), "bench", "bare-server", "--port", Integer.toString(port))
                .await(() -> listens(port));
        return new Server(child, port, 0);
    }

    /** The whole program in demo configuration. @param stores {@code MONGODB_URI} and {@code REDIS_URI}, or nothing for its own */
    public Server full(String name, Path data, List<String> prefix, Map<String, String> stores) {
        int port = freePort();
        int managementPort = freePort();
        Server server = launch(name, data, prefix, stores, port, managementPort);
        server.child().await(() -> isReady(managementPort));
        return server;
    }

    /** As {@link #full}, on given ports, without waiting until it is ready. */
    public Server launch(
            String name, Path data, List<String> prefix, Map<String, String> stores, int port, int managementPort) {
        Map<String, String> settings = new HashMap<>(stores);
        settings.put("HUYING_DEMO_RESIDENTS", "false");
        return launch(name, data, Child.likeUs(prefix, List.of(), "demo"), settings, new Ports(port, managementPort));
    }

    /** Where a server listens. */
    public record Ports(int port, int management) {
        public static Ports free() {
            return new Ports(freePort(), freePort());
        }
    }

    /** Any command that starts the program, without waiting until it is ready. */
    public Server launch(String name, Path data, List<String> command, Map<String, String> more, Ports ports) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("HUYING_DATA", data.toString());
        settings.put("PORT", Integer.toString(ports.port()));
        settings.put("MANAGEMENT_PORT", Integer.toString(ports.management()));
        return new Server(start(name, command, settings), ports.port(), ports.management());
    }

    private Child start(
            String name, List<String> prefix, List<String> options, Map<String, String> settings, String... verb) {
        return start(name, Child.likeUs(prefix, options, verb), settings);
    }

    private Child start(String name, List<String> command, Map<String, String> settings) {
        Path log = folder.resolve(name + ".log");
        Child child = Child.start(new Child.Start(name, home, log, command, settings));
        synchronized (children) {
            children.add(child);
        }
        return child;
    }

    /** SIGKILL to the program alone; what it leaves running is the next start's to find, and ours at the end. */
    public void kill(Server server) {
        kill(server.child());
    }

    /** As {@link #kill(Server)}. */
    public void kill(Store store) {
        kill(store.child());
    }

    private void kill(Child child) {
        List<ProcessHandle> left = child.kill();
        synchronized (children) {
            orphans.addAll(left);
        }
    }

    public static boolean isReady(int managementPort) {
        try {
            HttpURLConnection asked =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness")
                            .toURL()
                            .openConnection();
            asked.setConnectTimeout(CONNECT_MS);
            asked.setReadTimeout(CONNECT_MS);
            return asked.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new BenchException("没有空闲端口", e);
        }
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAnyway) {
            return;
        }
    }

    private void clear() {
        synchronized (children) {
            children.forEach(Child::destroy);
            orphans.forEach(ProcessHandle::destroyForcibly);
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | java.io.UncheckedIOException gone) {
            folder.toFile().deleteOnExit();
        }
    }
}
