package cn.huying.api.launch;

import cn.huying.bot.envelope.KeyFile.KeyFileException;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import com.mongodb.MongoException;
import io.lettuce.core.RedisConnectionException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Turns the failure of a start into words an operator can act on. */
final class RefusedStart {
    private static final int MOST_TOLD = 20;

    private RefusedStart() {}

    /** Runs a verb; what an operator can mend is told in a few lines, anything else is thrown on. @return the exit code */
    static int guard(IntSupplier verb) {
        try {
            return verb.getAsInt();
        } catch (RuntimeException failure) {
            System.err.println(explain(failure).orElseThrow(() -> failure));
            return 1;
        }
    }

    /** What to tell; empty when the failure is none an operator can mend, and the whole of it must be shown. */
    static Optional<String> explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> told = told(cause);
            if (told.isPresent()) {
                return told;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> told(Throwable cause) {
        return switch (cause) {
            case ConfigException config -> Optional.of("配置有误，没有启动：\n" + told(config.problems()));
            case org.springframework.boot.context.properties.bind.BindException setting ->
                Optional.of(notUnderstood(String.valueOf(setting.getName())));
            case InvalidConfigurationPropertyValueException setting -> Optional.of(notUnderstood(setting.getName()));
            case KeyFileException key -> Optional.of("密钥有误，没有启动：\n" + key.getMessage());
            case MarkedYAMLException yaml -> Optional.of(unreadable(yaml));
            case PortInUseException port -> Optional.of(portTaken(port.getPort()));
            case BindException bind ->
                Optional.of("端口被占用，没有启动（" + bind.getMessage() + "）。请换一个：PORT=8090 ./huying demo");
            case AccessDeniedException denied ->
                Optional.of("没有权限写 " + denied.getFile() + "，没有启动。请修改目录权限，或用 HUYING_DATA 换一个目录。");
            case FileSystemException file ->
                Optional.of("无法使用 " + file.getFile() + "（" + file.getReason() + "），没有启动。请检查该路径，或用 HUYING_DATA 换一个目录。");
            case MongoException mongo ->
                Optional.of(
                        "连不上 MongoDB，没有启动（" + mongo.getClass().getSimpleName() + "）。请检查 MONGODB_URI 和数据库；不设置它则使用内置存储。");
            case RedisConnectionException redis -> Optional.of("连不上 Redis，没有启动。请检查 REDIS_URI 和 Redis；不设置它则使用内置的。");
            default -> Optional.empty();
        };
    }

    /** One mistake can make hundreds: the first ones tell enough. */
    private static String told(List<ConfigProblem> problems) {
        String first =
                problems.stream().limit(MOST_TOLD).map(ConfigProblem::toString).collect(Collectors.joining("\n"));
        int more = problems.size() - MOST_TOLD;
        return more > 0 ? first + "\n……还有 " + more + " 处，改好以上再运行 ./huying check" : first;
    }

    /** The value is not told: it may be a secret. */
    private static String notUnderstood(String setting) {
        return "设置 " + setting
                + " 的值看不懂，没有启动。请检查对应的环境变量（server.port 是 PORT，management.server.port 是 MANAGEMENT_PORT）或 config/application.yml。";
    }

    /** Of our own files the reader names the file; only Spring's are read by somebody else. */
    private static String unreadable(MarkedYAMLException yaml) {
        int line = yaml.getProblemMark() == null ? 1 : yaml.getProblemMark().getLine() + 1;
        return "config/ 里的设置文件（application*.yml）第 " + line + " 行写法有误，没有启动：" + yaml.getProblem()
                + "。请检查缩进、冒号后的空格，以及是否有一项写了两次。";
    }

    private static String portTaken(int port) {
        return "端口 " + port + " 已被占用，没有启动。请关掉占用它的程序，或换一个端口：PORT=8090（管理端口用 MANAGEMENT_PORT=8091）。";
    }
}
