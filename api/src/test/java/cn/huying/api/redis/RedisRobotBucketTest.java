package cn.huying.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.grid.GridId;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

final class RedisRobotBucketTest {
    private static final ContractRedis REDIS = ContractRedis.open(RedisRobotBucketTest.class);
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final GridId grid = new GridId("test-" + UUID.randomUUID());
    private final RedisRobotBucket bucket =
            new RedisRobotBucket(REDIS.connection().reactive());

    /** The first call of a cold client may take longer than the bucket waits. */
    @BeforeAll
    static void warmUp() {
        RedisRobotBucket cold = new RedisRobotBucket(REDIS.connection().reactive());
        for (int i = 0; i < 5; i++) {
            cold.take(new GridId("cold-" + UUID.randomUUID())).block(WAIT);
        }
    }

    @AfterAll
    static void close() {
        REDIS.close();
    }

    @Test
    void eighteenPostsShouldGoAndTheNextShouldWaitAtMostAMinute() {
        for (int i = 0; i < RedisRobotBucket.POSTS; i++) {
            assertThat(take(bucket)).isZero();
        }
        assertThat(take(bucket)).isPositive().isLessThanOrEqualTo(RedisRobotBucket.WINDOW);
    }

    @Test
    void replicasShouldShareTheAllowance() {
        RedisRobotBucket other = new RedisRobotBucket(REDIS.connection().reactive());
        Long granted = Flux.range(0, 200)
                .flatMap(i -> (i % 2 == 0 ? bucket : other).take(grid).subscribeOn(Schedulers.parallel()), 32)
                .filter(Duration::isZero)
                .count()
                .block(WAIT);
        assertThat(granted).isEqualTo(RedisRobotBucket.POSTS);
    }

    @Test
    void gridsShouldNotShareTheirs() {
        for (int i = 0; i <= RedisRobotBucket.POSTS; i++) {
            take(bucket);
        }
        assertThat(bucket.take(new GridId("other-" + grid)).block(WAIT)).isZero();
    }

    @Test
    void askingInVainShouldNotMakeTheWaitLonger() {
        for (int i = 0; i < RedisRobotBucket.POSTS; i++) {
            take(bucket);
        }
        Duration first = take(bucket);
        for (int i = 0; i < 50; i++) {
            assertThat(take(bucket)).isLessThanOrEqualTo(first);
        }
    }

    @Test
    void postShouldGoAfterTheWaitThatWasTold() {
        RedisRobotBucket quick = new RedisRobotBucket(REDIS.connection().reactive(), Duration.ofMillis(300));
        int granted = 0;
        long asked = System.nanoTime();
        while (granted < RedisRobotBucket.POSTS * 3) {
            Duration wait = take(quick);
            granted += wait.isZero() ? 1 : 0;
            sleep(wait);
        }
        Duration spent = Duration.ofNanos(System.nanoTime() - asked);
        assertThat(spent).isGreaterThanOrEqualTo(Duration.ofMillis(590));
    }

    /** What moved the turns must not be forgotten before the turns are: whoever waited longest would go to the end. */
    @Test
    void turnsShouldKeepWhatTheyWereMovedByAsLongAsSomebodyWaits() {
        RedisRobotBucket quick = new RedisRobotBucket(REDIS.connection().reactive(), Duration.ofMillis(300));
        for (int i = 0; i < RedisRobotBucket.POSTS + 40; i++) {
            quick.queue(grid, "waits" + i, false).block(WAIT);
        }
        sleep(Duration.ofMillis(310));
        assertThat(take(quick)).isZero();
        String posts = "{robot}:" + grid.value();
        long moved = REDIS.connection().sync().pttl(posts + ":later");
        assertThat(moved).isGreaterThanOrEqualTo(REDIS.connection().sync().pttl(posts + ":queue") - 50);
    }

    @Test
    void scriptShouldBeSentAgainWhenTheServerForgotIt() {
        assertThat(take(bucket)).isZero();
        REDIS.connection().sync().scriptFlush();
        assertThat(take(bucket)).isZero();
    }

    @Test
    void bucketShouldCloseForAWindowWhenTheServerLostItsData() {
        try (ContractRedis own = ContractRedis.ownServer()) {
            RedisRobotBucket running = new RedisRobotBucket(own.connection().reactive());
            assertThat(take(running)).isZero();
            own.connection().sync().flushall();
            assertThat(take(running)).isBetween(Duration.ofSeconds(58), RedisRobotBucket.WINDOW);
            assertThat(take(new RedisRobotBucket(own.connection().reactive()))).isPositive();
            assertThat(own.connection().sync().ttl("{robot}:epoch")).isEqualTo(-1);
        }
    }

    @Test
    void firstReplicaOnANewServerShouldNotWait() {
        try (ContractRedis own = ContractRedis.ownServer()) {
            assertThat(take(new RedisRobotBucket(own.connection().reactive()))).isZero();
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void bucketShouldBeClosedWhileRedisIsAway() {
        try (ContractRedis own = ContractRedis.ownServer()) {
            RedisRobotBucket running = new RedisRobotBucket(own.connection().reactive());
            assertThat(take(running)).isZero();
            own.stopServer();
            for (int i = 0; i < 5; i++) {
                assertThat(take(running)).isEqualTo(RedisRobotBucket.AWAY);
            }
        }
    }

    private Duration take(RedisRobotBucket from) {
        return Objects.requireNonNull(from.take(grid).block(WAIT));
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
