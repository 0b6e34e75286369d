package cn.huying.api.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** An operator reads what to mend, not a stack trace. */
class RefusedStartTest {
    static Stream<Arguments> whatAnOperatorCanMend() {
        return Stream.of(
                Arguments.of(new PortInUseException(8080), "端口 8080 已被占用"),
                Arguments.of(new BindException("Address already in use"), "PORT=8090 ./huying demo"),
                Arguments.of(refusedKey(), "密钥有误，没有启动：\nHUYING_KEY_FILE：别人也能读。请执行 chmod 400"),
                Arguments.of(writtenTwice(), "config/ 里的设置文件（application*.yml）第 2 行写法有误"),
                Arguments.of(new AccessDeniedException("data/mongo"), "没有权限写 data/mongo"),
                Arguments.of(
                        new FileSystemException("data", null, "No space left on device"), "No space left on device"),
                Arguments.of(new MongoTimeoutException("mongodb://user:secret@host"), "请检查 MONGODB_URI"),
                Arguments.of(new RedisConnectionException("redis://:secret@host"), "请检查 REDIS_URI"));
    }

    private static KeyFileException refusedKey() {
        return new KeyFileException(new ConfigProblem("HUYING_KEY_FILE", 0, "别人也能读", "请执行 chmod 400"));
    }

    private static RuntimeException writtenTwice() {
        return catchThrowableOfType(
                YAMLException.class, () -> new Yaml(new SafeConstructor(strict())).load("port: 1\nport: 2\n"));
    }

    private static LoaderOptions strict() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return options;
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
                    throw refusedKey();
                }))
                .isEqualTo(1);
    }
}
