package cn.huying.api.redis;

import cn.huying.bot.delivery.channel.RobotBucket;
import cn.huying.bot.grid.GridId;
import io.lettuce.core.api.reactive.RedisScriptingReactiveCommands;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * {@code {robot}:<grid>} with {@code :queue}, {@code :urgent} and {@code :later}, and {@code {robot}:epoch}. The platform allows 20 posts a minute and punishes more, so at most 18 go out in any
 * minute, whatever replica they come from, and none while the count cannot be known.
 */
public final class RedisRobotBucket implements RobotBucket {
    static final int POSTS = 18;
    static final Duration WINDOW = Duration.ofMinutes(1);
    /** When to ask again while Redis is away. */
    static final Duration AWAY = Duration.ofSeconds(5);

    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final String EPOCH = "{robot}:epoch";
    private static final Script TAKE = Script.of("robot_bucket.lua");
    private static final Logger LOG = LoggerFactory.getLogger(RedisRobotBucket.class);

    private final RedisScriptingReactiveCommands<String, String> redis;
    private final Duration window;
    private volatile boolean seen;

    /** @param redis commands of a standalone, sentinel or cluster connection */
    public RedisRobotBucket(RedisScriptingReactiveCommands<String, String> redis) {
        this(redis, WINDOW);
    }

    RedisRobotBucket(RedisScriptingReactiveCommands<String, String> redis, Duration window) {
        this.redis = redis;
        this.window = window;
    }

    @Override
    public Mono<Duration> take(GridId grid) {
        return ask(grid, "", true);
    }

    @Override
    public Mono<Duration> queue(GridId grid, String ticket, boolean urgent) {
        return ask(grid, ticket, urgent);
    }

    private Mono<Duration> ask(GridId grid, String ticket, boolean urgent) {
        String posts = "{robot}:" + grid.value();
        List<String> keys = List.of(posts, EPOCH, posts + ":queue", posts + ":urgent", posts + ":later");
        return Mono.defer(() -> TAKE.call(redis, keys, args(ticket, urgent)))
                .timeout(TIMEOUT)
                .doOnNext(wait -> seen = true)
                .map(Duration::ofMillis)
                .onErrorResume(error -> {
                    LOG.warn("the robots are closed, Redis cannot be asked: {}", error.toString());
                    return Mono.just(AWAY);
                });
    }

    private List<String> args(String ticket, boolean urgent) {
        return List.of(String.valueOf(POSTS), String.valueOf(window.toMillis()), flag(seen), ticket, flag(urgent));
    }

    private static String flag(boolean raised) {
        return raised ? "1" : "0";
    }
}
