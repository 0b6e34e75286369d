package cn.huying.api.bench;

import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.bench.lab.Cores;
import cn.huying.api.bench.lab.Laboratory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./huying bench webhook}: how fast a message gets its answer, or what becomes of a file of letters. */
@Command(name = "webhook", description = "压测回调全程；给出 --messages 时改为逐封发送并统计结果", mixinStandardHelpOptions = true)
final class WebhookBench implements Callable<Integer> {
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

    @Option(names = "--json", paramLabel = "FILE", description = "把同样的数字写成 JSON")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Laboratory laboratory = new Laboratory(Laboratory.whereWeAre())) {
            return messages.isPresent() ? letters(laboratory, messages.get(), out) : speed(laboratory, out);
        } catch (BenchException failure) {
            out.println(failure.getMessage());
            return 1;
        }
    }

    private int letters(Laboratory laboratory, Path file, PrintStream out) throws IOException {
        Map<String, Object> figures = new LetterRun(laboratory, out).run(file);
        write(figures);
        return 0;
    }

    private int speed(Laboratory laboratory, PrintStream out) throws IOException {
        Cores.OTHERS.take();
        SpeedRun.Options options = new SpeedRun.Options(
                Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp), rounds, users, connections, seed);
        SpeedReport report = new SpeedRun(laboratory, options, out).run();
        report.print(out);
        write(report.figures());
        return 0;
    }

    private void write(Map<String, Object> figures) {
        json.ifPresent(file -> JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValue(file.toFile(), figures));
    }
}
