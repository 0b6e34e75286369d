package cn.huying.bot.delivery.channel;

import cn.huying.bot.grid.GridId;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** The shared allowance of a group robot: 18 posts a minute over all replicas. Closed when the shared store is away. */
public interface RobotBucket {
    /** Takes one post: {@link Duration#ZERO} when it may go now, else how long to wait before asking again. Never errors. */
    Mono<Duration> take(GridId grid);
}
