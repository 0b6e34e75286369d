package cn.huying.api.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.huying.api.bench.kill.KillRun;
import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.bench.lab.Laboratory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./huying bench kills}: whether an acknowledged message survives {@code kill -9}, and is acted on once. */
@Command(name = "kills", description = "反复强杀正在受理的服务，核对没有丢失、没有重复", mixinStandardHelpOptions = true)
final class KillBench implements Callable<Integer> {
    private static final int MOST_TOLD = 20;

    @Option(names = "--runs", defaultValue = "20", description = "强杀几次（默认 ${DEFAULT-VALUE}）")
    private int runs;

    @Option(names = "--messages", defaultValue = "2000", description = "每次发多少条（默认 ${DEFAULT-VALUE}）")
    private int messages;

    @Option(names = "--seed", defaultValue = "20261121", description = "随机种子")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "把同样的数字写成 JSON")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        KillRun.Report report;
        quietDriver();
        try {
            report = KillRun.run(Laboratory.whereWeAre(), new KillRun.Options(runs, messages, seed), out::println);
        } catch (BenchException failure) {
            out.println(failure.getMessage());
            return 1;
        }
        json.ifPresent(file -> new JsonMapper().writeValue(file.toFile(), report));
        Stream.concat(report.lost().stream(), report.twice().stream())
                .limit(MOST_TOLD)
                .forEach(out::println);
        out.println(report);
        out.println(report.endedInTime() ? "每次收到 SIGTERM 都在 10 秒内结束" : "收到 SIGTERM 后没有在 10 秒内结束");
        return report.clean() ? 0 : 1;
    }

    /** Without the application nothing has told the driver that its settings are no news. */
    private static void quietDriver() {
        if (LoggerFactory.getLogger("org.mongodb.driver") instanceof Logger logger) {
            logger.setLevel(Level.WARN);
        }
    }
}
