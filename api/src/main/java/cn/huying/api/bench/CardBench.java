package cn.huying.api.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import cn.huying.api.bench.cards.CardRun;
import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.bench.lab.Laboratory;
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

/** {@code ./huying bench cards}: whether the first tap wins, whichever of two replicas it comes in by. */
@Command(name = "cards", description = "许多网格员经两个副本同时点同一批卡片，核对每件只有一人接单", mixinStandardHelpOptions = true)
final class CardBench implements Callable<Integer> {
    private static final int MOST_TOLD = 20;

    @Option(names = "--workers", defaultValue = "50", description = "多少位网格员（默认 ${DEFAULT-VALUE}）")
    private int workers;

    @Option(names = "--cards", defaultValue = "200", description = "多少张卡片（默认 ${DEFAULT-VALUE}）")
    private int cards;

    @Option(names = "--seed", defaultValue = "20261121", description = "随机种子：谁先谁后")
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
            CardRun.Report report =
                    CardRun.run(Laboratory.whereWeAre(), new CardRun.Options(workers, cards, seed), out::println);
            report.wrong().stream().limit(MOST_TOLD).forEach(out::println);
            out.println(report);
            json.ifPresent(file -> new JsonMapper().writeValue(file.toFile(), report));
            return report.clean() ? 0 : 1;
        } catch (BenchException failure) {
            out.println(failure.getMessage());
            return 1;
        }
    }
}
