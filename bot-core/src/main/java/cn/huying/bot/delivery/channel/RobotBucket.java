package cn.huying.bot.delivery.channel;

import cn.huying.bot.grid.GridId;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** The shared allowance of a group robot: 18 posts a minute over all replicas. Closed when the shared store is away. */
public interface RobotBucket {
    /**
     * Takes one post ahead of all who queue: {@link Duration#ZERO} when it may go now, else how long to wait before asking again. Never
     * errors.
     */
    Mono<Duration> take(GridId grid);

    /**
     * As {@link #take}, behind those who wait already, the urgent ones before the others: each is given a turn of its own, so that a long queue costs everybody in it one
     * question and not one every time a post may go. A bucket that is never empty has nobody queueing.
     *
     * @param ticket the same whenever the same post asks; whoever does not come within a minute of its turn queues anew
     */
    default Mono<Duration> queue(GridId grid, String ticket, boolean urgent) {
        return take(grid);
    }
}
