package cn.huying.api.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.reactive.BaseRedisReactiveCommands;
import io.lettuce.core.api.reactive.RedisScriptingReactiveCommands;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * The connection to Redis, a single server, sentinels or a cluster. Commands fail in 200 ms instead of queueing while Redis is away: it only
 * ever holds hints and limits, and whoever asks knows what to do without it.
 */
public final class Redis implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMillis(200);
    private static final int MOST_WAITING = 1024;
    private static final String CLUSTER = "redis-cluster://";

    private final AutoCloseable client;
    private final RedisScriptingReactiveCommands<String, String> commands;
    private final BaseRedisReactiveCommands<String, String> server;

    private <C extends RedisScriptingReactiveCommands<String, String> & BaseRedisReactiveCommands<String, String>>
            Redis(AutoCloseable client, C commands) {
        this.client = client;
        this.commands = commands;
        this.server = commands;
    }

    /** @param uri {@code redis://…}, {@code rediss://…}, {@code redis-sentinel://…}, or {@code redis-cluster://…} for a cluster */
    public static Redis connect(String uri) {
        return uri.startsWith(CLUSTER) ? cluster("redis://" + uri.substring(CLUSTER.length())) : single(uri);
    }

    private static Redis single(String uri) {
        RedisClient client = RedisClient.create(RedisURI.create(uri));
        client.setOptions(ClientOptions.builder()
                .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_WAITING)
                .build());
        return new Redis(client, client.connect().reactive());
    }

    private static Redis cluster(String uri) {
        RedisClusterClient client = RedisClusterClient.create(RedisURI.create(uri));
        client.setOptions(ClusterClientOptions.builder()
                .timeoutOptions(TimeoutOptions.enabled(TIMEOUT))
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_WAITING)
                .build());
        return new Redis(client, client.connect().reactive());
    }

    public RedisScriptingReactiveCommands<String, String> commands() {
        return commands;
    }

    /** Errors when Redis does not answer in time. */
    public Mono<String> ping() {
        return server.ping();
    }

    @Override
    public void close() throws Exception {
        client.close();
    }
}
