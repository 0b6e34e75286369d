package cn.huying.api.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisServer;

/** A real redis-server: the one of {@code REDIS_URI} if that is set, else the one embedded-redis carries. */
final class ContractRedis implements AutoCloseable {
    private final @Nullable RedisServer server;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;

    private ContractRedis(@Nullable RedisServer server, String uri) {
        this.server = server;
        this.client = RedisClient.create(RedisURI.create(uri));
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        this.connection = client.connect();
        connection.setTimeout(Duration.ofSeconds(2));
    }

    /** The server the contract runs on; prints which. */
    static ContractRedis open(Class<?> contract) {
        Optional<String> real = Optional.ofNullable(System.getenv("REDIS_URI")).filter(uri -> !uri.isBlank());
        System.out.printf(
                "%s runs on %s%n", contract.getSimpleName(), real.isPresent() ? "REDIS_URI" : "embedded redis-server");
        return real.map(uri -> new ContractRedis(null, uri)).orElseGet(ContractRedis::ownServer);
    }

    /** A server of the test's own, which it may flush and stop. */
    static ContractRedis ownServer() {
        try {
            int port = freePort();
            RedisServer server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
            return new ContractRedis(server, "redis://127.0.0.1:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StatefulRedisConnection<String, String> connection() {
        return connection;
    }

    void stopServer() {
        if (server != null) {
            try {
                server.stop();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        connection.close();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        stopServer();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
