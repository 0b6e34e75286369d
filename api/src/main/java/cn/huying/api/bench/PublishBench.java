package cn.huying.api.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.bench.publish.KilledPublishRun;
import cn.huying.api.bench.publish.PublishRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./huying bench publish}: how soon what is published is answered everywhere, and whether a {@code kill -9} loses any of it. */
@Command(name = "publish", description = "知识发布到另一个副本要多久；强杀后有没有答错、漏答", mixinStandardHelpOptions = true)
final class PublishBench implements Callable<Integer> {
    private static final int MOST_TOLD = 20;

    @Option(names = "--publications", defaultValue = "60", description = "发布几次（默认 ${DEFAULT-VALUE}）")
    private int publications;

    @Option(names = "--kills", defaultValue = "0", description = "改为边发布边强杀几次，重启后逐条核对（默认不杀，只量时间）")
    private int kills;

    @Option(names = "--seed", defaultValue = "20261122", description = "随机种子")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "把同样的数字写成 JSON")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (LoggerFactory.getLogger("org.mongodb.driver") instanceof Logger logger) {
            logger.setLevel(Level.WARN);
        }
        try {
            return kills > 0 ? killed(out) : measured(out);
        } catch (BenchException failure) {
            out.println(failure.getMessage());
            return 1;
        }
    }

    private int measured(PrintStream out) throws IOException {
        PublishRun.Report report = PublishRun.run(Laboratory.whereWeAre(), publications, seed, out::println);
        out.println(report);
        json.ifPresent(file -> new JsonMapper().writeValue(file.toFile(), report));
        return report.meetsBar() ? 0 : 1;
    }

    private int killed(PrintStream out) throws IOException {
        KilledPublishRun.Report report = KilledPublishRun.run(Laboratory.whereWeAre(), kills, seed, out::println);
        report.wrong().stream().limit(MOST_TOLD).forEach(out::println);
        out.println(report);
        json.ifPresent(file -> new JsonMapper().writeValue(file.toFile(), report));
        return report.clean() ? 0 : 1;
    }
}
