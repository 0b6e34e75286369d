package cn.huying.api.bench;

import cn.huying.api.bench.lab.Cores;
import cn.huying.api.bench.lab.Laboratory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./huying bench webhook}: how fast a message gets its answer, or what becomes of a file of letters. */
@Command(name = "webhook", description = "压测回调全程；给出 --messages 时改为逐封发送并统计结果", mixinStandardHelpOptions = true)
final class WebhookBench extends BenchCommand {
    @Option(names = "--messages", paramLabel = "FILE", description = "每行一个 JSON（title、text）的来信文件：逐封发送，统计结果")
    private Optional<Path> messages = Optional.empty();

    @Option(names = "--seconds", defaultValue = "15", description = "每次测量的秒数（默认 ${DEFAULT-VALUE}）")
    private int seconds;

    @Option(names = "--warm-up", defaultValue = "25", description = "每轮预热的秒数，直到编译器歇下来为止（默认 ${DEFAULT-VALUE}）")
    private int warmUp;

    @Option(names = "--rounds", defaultValue = "3", description = "轮流测量几轮（默认 ${DEFAULT-VALUE}）")
    private int rounds;

    @Option(names = "--users", defaultValue = "10000", description = "多少位居民（默认 ${DEFAULT-VALUE}）")
    private int users;

    @Option(names = "--connections", defaultValue = "64", description = "多少条连接（默认 ${DEFAULT-VALUE}）")
    private int connections;

    @Option(names = "--seed", defaultValue = "20261121", description = "随机种子")
    private long seed;

    @Override
    protected boolean measure() throws IOException {
        try (Laboratory laboratory = new Laboratory(Laboratory.whereWeAre())) {
            write(messages.isPresent() ? new LetterRun(laboratory, out).run(messages.get()) : speed(laboratory));
            return true;
        }
    }

    private Map<String, Object> speed(Laboratory laboratory) throws IOException {
        Cores.OTHERS.take();
        SpeedRun.Options options = new SpeedRun.Options(
                Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp), rounds, users, connections, seed);
        SpeedReport report = new SpeedRun(laboratory, options, out).run();
        report.print(out);
        return report.figures();
    }
}
