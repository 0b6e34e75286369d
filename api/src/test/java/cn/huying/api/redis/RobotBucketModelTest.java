package cn.huying.api.redis;

import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.ScriptOutputType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The script on a real server, with a clock of the test's own, beside a model that counts the posts of the last window. */
final class RobotBucketModelTest {
    private static final int POSTS = 18;
    private static final long WINDOW = 60_000;
    private static final int STEPS = 2_000;
    private static final long START = 1_795_000_000_000L;
    private static final long TURN = (WINDOW + POSTS - 1) / POSTS;
    private static final int WAITING = 400;
    /** One to be given a turn, one at the turn, and some more when urgent posts moved it. */
    private static final int QUESTIONS_EACH = 6;

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
            script = source.replace("redis.call('TIME')", "{ARGV[6], ARGV[7]}");
        }
    }

    /** When a ticket asks. */
    private record Visit(String ticket, boolean urgent, long at) {}

    @AfterAll
    static void close() {
        REDIS.close();
    }

    @RepeatedTest(3)
    void scriptShouldDoWhatTheModelSays() {
        long now = START;
        for (int step = 0; step < STEPS; step++) {
            now += pause();
            String grid = "g" + random.nextInt(3);
            long expected = model(grid, now);
            assertThat(take(grid, now)).as("seed %d step %d", seed, step).isEqualTo(expected);
        }
    }

    @RepeatedTest(3)
    void noMinuteShouldEverHoldMoreThanEighteenPostsThoughTheClockIsSetBack() {
        long now = START;
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

    @RepeatedTest(3)
    void everybodyWhoWaitsShouldGoAtItsTurnThoughUrgentPostsKeepComing() {
        PriorityQueue<Visit> visits = new PriorityQueue<>(comparingLong(Visit::at));
        for (int i = 0; i < WAITING; i++) {
            boolean urgent = random.nextInt(4) == 0;
            visits.add(new Visit("ticket" + i, urgent, START + random.nextInt(urgent ? 900_000 : 60_000)));
        }
        List<Long> granted = new ArrayList<>();
        int asked = 0;
        while (!visits.isEmpty()) {
            Visit visit = visits.poll();
            asked++;
            long wait = take("g", visit.at(), visit.ticket(), visit.urgent());
            if (wait > 0) {
                visits.add(new Visit(visit.ticket(), visit.urgent(), visit.at() + wait));
            } else {
                granted.add(visit.at());
            }
        }
        assertThat(granted).as("seed %d", seed).hasSize(WAITING);
        assertThat(asked).as("seed %d", seed).isLessThan(QUESTIONS_EACH * WAITING);
        assertThat(granted.getLast() - START).as("seed %d", seed).isLessThan(WINDOW * (WAITING / POSTS + 2));
        for (int i = POSTS; i < granted.size(); i++) {
            assertThat(granted.get(i) - granted.get(i - POSTS))
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(WINDOW);
        }
    }

    @Test
    void whoeverQueuesShouldBeToldItsOwnTurnAndKeepItHoweverOftenItAsks() {
        for (int i = 0; i < POSTS; i++) {
            assertThat(take("g", START, "first" + i)).isZero();
        }
        for (int i = 0; i < 40; i++) {
            long turn = take("g", START, "waits" + i);
            assertThat(turn).isEqualTo(WINDOW + i * TURN);
            assertThat(take("g", START + 10, "waits" + i)).isEqualTo(turn - 10);
        }
    }

    @Test
    void whoeverComesNewShouldNotOvertakeThoseWhoWait() {
        for (int i = 0; i <= POSTS; i++) {
            take("g", START, "ticket" + i);
        }
        assertThat(take("g", START + WINDOW, "newcomer")).isEqualTo(TURN);
        assertThat(take("g", START + WINDOW, "ticket" + POSTS)).isZero();
        assertThat(take("g", START + WINDOW)).as("ahead of all").isZero();
    }

    @Test
    void urgentPostsShouldGoFirstAndMoveTheOthersByOneTurnEach() {
        for (int i = 0; i < POSTS; i++) {
            take("g", START + i * TURN, "first" + i);
        }
        long now = START + WINDOW - 10;
        assertThat(take("g", now, "waits")).isEqualTo(10);
        assertThat(take("g", now, "waits too")).isEqualTo(10 + TURN);
        assertThat(take("g", now, "urgent", true)).isEqualTo(10);
        assertThat(take("g", now + 10, "urgent", true)).isZero();
        assertThat(take("g", now + 10, "waits")).isEqualTo(TURN);
        assertThat(take("g", now + 10, "waits too")).isEqualTo(2 * TURN);
    }

    @Test
    void urgentPostsShouldGoAllAtOnceWhenTheWindowOpens() {
        for (int i = 0; i < POSTS; i++) {
            take("g", START, "first" + i, true);
        }
        for (int i = 0; i < 2 * POSTS; i++) {
            assertThat(take("g", START + 10, "waits" + i, true)).isEqualTo(i < POSTS ? WINDOW - 10 : 2 * WINDOW - 10);
        }
        for (int i = 0; i < POSTS; i++) {
            assertThat(take("g", START + WINDOW, "waits" + i, true)).isZero();
        }
    }

    @Test
    void whoeverDoesNotComeWithinAWindowOfItsTurnShouldHoldNobodyUp() {
        for (int i = 0; i <= POSTS; i++) {
            take("g", START, "ticket" + i);
        }
        assertThat(take("g", START + 2 * WINDOW + 1, "newcomer")).isZero();
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
        return take(grid, now, "");
    }

    private long take(String grid, long now, String ticket) {
        return take(grid, now, ticket, false);
    }

    private long take(String grid, long now, String ticket, boolean urgent) {
        String posts = "{robot}:model-" + run + grid;
        String[] keys = {posts, "{robot}:model-epoch-" + run, posts + ":queue", posts + ":urgent", posts + ":later"};
        String[] args = {
            String.valueOf(POSTS),
            String.valueOf(WINDOW),
            "0",
            ticket,
            urgent ? "1" : "0",
            String.valueOf(now / 1000),
            String.valueOf(now % 1000 * 1000)
        };
        Long wait = REDIS.connection().sync().eval(script, ScriptOutputType.INTEGER, keys, args);
        return wait;
    }
}
