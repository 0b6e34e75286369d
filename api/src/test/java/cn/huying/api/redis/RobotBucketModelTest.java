package cn.huying.api.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.ScriptOutputType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

/** The script on a real server, with a clock of the test's own, beside a model that counts the posts of the last window. */
final class RobotBucketModelTest {
    private static final int POSTS = 18;
    private static final long WINDOW = 60_000;
    private static final int STEPS = 2_000;
    private static final ContractRedis REDIS = ContractRedis.open(RobotBucketModelTest.class);
    private static String script = "";

    private final String run = UUID.randomUUID().toString();
    private final Map<String, List<Long>> posts = new HashMap<>();
    private final long seed = Long.getLong("test.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeAll
    static void load() throws IOException {
        try (InputStream in = RedisRobotBucket.class.getResourceAsStream("robot_bucket.lua")) {
            assertThat(in).isNotNull();
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(source).containsOnlyOnce("redis.call('TIME')");
            script = source.replace("redis.call('TIME')", "{ARGV[4], ARGV[5]}");
        }
    }

    @AfterAll
    static void close() {
        REDIS.close();
    }

    @RepeatedTest(3)
    void scriptShouldDoWhatTheModelSays() {
        long now = 1_795_000_000_000L;
        for (int step = 0; step < STEPS; step++) {
            now += pause();
            String grid = "g" + random.nextInt(3);
            long expected = model(grid, now);
            assertThat(take(grid, now)).as("seed %d step %d", seed, step).isEqualTo(expected);
        }
    }

    @RepeatedTest(3)
    void noMinuteShouldEverHoldMoreThanEighteenPostsThoughTheClockIsSetBack() {
        long now = 1_795_000_000_000L;
        List<Long> granted = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            boolean back = random.nextInt(200) == 0;
            now += back ? -random.nextInt(30_000) : pause();
            long wait = take("g", now);
            assertThat(wait).as("seed %d", seed).isBetween(0L, WINDOW);
            if (wait == 0) {
                granted.add(now);
            }
        }
        for (int i = POSTS; i < granted.size(); i++) {
            long since = granted.get(i) - granted.get(i - POSTS);
            assertThat(since >= WINDOW || since < 0).as("seed %d", seed).isTrue();
        }
    }

    /** Mostly quick bursts, now and then a long silence. */
    private long pause() {
        return random.nextInt(20) == 0 ? random.nextInt(90_000) : random.nextInt(800);
    }

    private long model(String grid, long now) {
        List<Long> times = posts.computeIfAbsent(grid, g -> new ArrayList<>());
        List<Long> recent = times.stream().filter(time -> time > now - WINDOW).toList();
        if (recent.size() < POSTS) {
            times.add(now);
            return 0;
        }
        return recent.get(recent.size() - POSTS) + WINDOW - now;
    }

    private long take(String grid, long now) {
        String[] keys = {"{robot}:model-" + run + grid, "{robot}:model-epoch-" + run};
        String[] args = {
            String.valueOf(POSTS),
            String.valueOf(WINDOW),
            "0",
            String.valueOf(now / 1000),
            String.valueOf(now % 1000 * 1000)
        };
        Long wait = REDIS.connection().sync().eval(script, ScriptOutputType.INTEGER, keys, args);
        return wait;
    }
}
