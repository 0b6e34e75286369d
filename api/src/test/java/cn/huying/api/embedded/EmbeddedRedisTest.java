package cn.huying.api.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.huying.knowledge.load.ConfigException;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTest {
    @TempDir
    Path folder;

    private static void set(EmbeddedRedis redis, String key, String value) {
        withConnection(redis, connection -> connection.sync().set(key, value));
    }

    private static String get(EmbeddedRedis redis, String key) {
        return withConnection(
                redis, connection -> String.valueOf(connection.sync().get(key)));
    }

    private static String withConnection(
            EmbeddedRedis redis, java.util.function.Function<StatefulRedisConnection<String, String>, String> use) {
        RedisClient client = RedisClient.create(redis.uri().toString());
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return use.apply(connection);
        } finally {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }

    @Test
    void dataShouldBeBackAfterReopening() {
        try (EmbeddedRedis redis = EmbeddedRedis.open(folder, 0)) {
            set(redis, "呼", "应");
        }
        try (EmbeddedRedis redis = EmbeddedRedis.open(folder, 0)) {
            assertThat(get(redis, "呼")).isEqualTo("应");
        }
    }

    @Test
    void closingShouldEndTheServerAndForgetItsPid() {
        EmbeddedRedis redis = EmbeddedRedis.open(folder, 0);
        assertThat(RedisProcess.pidFile(folder.toAbsolutePath())).exists();
        redis.close();

        assertThat(ProcessHandle.of(redis.pid()).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(RedisProcess.pidFile(folder)).doesNotExist();
    }

    @Test
    void serverLeftBehindShouldBeEndedByTheNextStart() throws IOException {
        Path left = folder.resolve("left");
        EmbeddedRedis redis = EmbeddedRedis.open(left, 0);
        ProcessHandle process = ProcessHandle.of(redis.pid()).orElseThrow();
        assertThat(RedisProcess.isOurs(process, left.toRealPath())).isTrue();
        assertThat(RedisProcess.isOurs(process, folder.resolve("other"))).isFalse();

        RedisProcess.endLeftOver(left.toRealPath());

        assertThat(process.isAlive()).isFalse();
        redis.close();
        assertThat(redis.ended()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void serverThatDiesShouldBeBackOnItsPortWithWhatItKnew() {
        try (EmbeddedRedis redis = EmbeddedRedis.open(folder, 0)) {
            set(redis, "呼", "应");
            await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
            long first = redis.pid();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(get(redis, "呼")).isEqualTo("应"));
            assertThat(redis.pid()).isNotEqualTo(first);
            assertThat(redis.ended().toCompletableFuture()).isNotCompleted();
        }
    }

    @Test
    void foreignProcessWithTheRecordedPidShouldBeLeftAlone() throws IOException {
        Process foreign = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(RedisProcess.pidFile(folder), Long.toString(foreign.pid()));
            RedisProcess.endLeftOver(folder.toRealPath());

            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void unreadablePidShouldNotKeepTheServerFromStarting() throws IOException {
        Files.writeString(RedisProcess.pidFile(folder), "not a pid");
        EmbeddedRedis.open(folder, 0).close();
    }

    @Test
    void folderInUseShouldBeRefusedAndItsServerLeftRunning() {
        try (EmbeddedRedis redis = EmbeddedRedis.open(folder, 0)) {
            assertThatThrownBy(() -> EmbeddedRedis.open(folder, 0))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("另一个进程");
            set(redis, "still", "here");
        }
    }

    @Test
    void takenPortShouldBeNamedWithItsSetting() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedRedis.open(folder, taken.getLocalPort()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("HUYING_STORE_REDIS_PORT");
        }
        EmbeddedRedis.open(folder, 0).close();
    }

    @Test
    void serverThatCannotStartShouldBeExplainedByItsOwnWords() throws IOException {
        Files.createDirectories(folder.resolve("appendonly.aof"));

        assertThatThrownBy(() -> EmbeddedRedis.open(folder, 0))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("redis.log")
                .hasMessageContaining("REDIS_URI");
    }
}
