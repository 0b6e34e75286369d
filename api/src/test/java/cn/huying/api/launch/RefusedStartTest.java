package cn.huying.api.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.envelope.KeyFile.KeyFileException;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import com.mongodb.MongoTimeoutException;
import io.lettuce.core.RedisConnectionException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.web.server.PortInUseException;

/** An operator reads what to mend, not a stack trace. */
class RefusedStartTest {
    static Stream<Arguments> whatAnOperatorCanMend() {
        return Stream.of(
                Arguments.of(new PortInUseException(8080), "端口 8080 已被占用"),
                Arguments.of(new BindException("Address already in use"), "PORT=8090 ./huying demo"),
                Arguments.of(new KeyFileException("密钥文件只能由本人读"), "密钥有误，没有启动：\n密钥文件只能由本人读"),
                Arguments.of(new AccessDeniedException("data/mongo"), "没有权限写 data/mongo"),
                Arguments.of(
                        new FileSystemException("data", null, "No space left on device"), "No space left on device"),
                Arguments.of(new MongoTimeoutException("mongodb://user:secret@host"), "请检查 MONGODB_URI"),
                Arguments.of(new RedisConnectionException("redis://:secret@host"), "请检查 REDIS_URI"));
    }

    @ParameterizedTest
    @MethodSource("whatAnOperatorCanMend")
    void causeHoweverDeepShouldBeToldWithItsMend(Throwable cause, String told) {
        Throwable wrapped = new IllegalStateException("a bean failed", new RuntimeException("another", cause));

        assertThat(RefusedStart.explain(wrapped))
                .hasValueSatisfying(words -> assertThat(words).contains(told).doesNotContain("secret"));
    }

    @Test
    void onlyTheFirstOfManyProblemsShouldBeTold() {
        ConfigException broken = new ConfigException(IntStream.rangeClosed(1, 25)
                .mapToObj(line -> new ConfigProblem("config/taxonomy.yml", line, "缺少名称", "请补上"))
                .toList());

        assertThat(RefusedStart.explain(broken).orElseThrow().lines())
                .hasSize(22)
                .contains("config/taxonomy.yml 第 20 行：缺少名称。请补上")
                .last()
                .asString()
                .contains("还有 5 处", "./huying check");
    }

    @Test
    void whatNobodyCanMendShouldBeShownWhole() {
        IllegalStateException bug = new IllegalStateException("ours");

        assertThatThrownBy(() -> RefusedStart.guard(() -> {
                    throw bug;
                }))
                .isSameAs(bug);
    }

    @Test
    void verbShouldEndWithItsOwnCodeOrOneWhenItWasRefused() {
        assertThat(RefusedStart.guard(() -> 3)).isEqualTo(3);
        assertThat(RefusedStart.guard(() -> {
                    throw new KeyFileException("没有密钥文件");
                }))
                .isEqualTo(1);
    }
}
