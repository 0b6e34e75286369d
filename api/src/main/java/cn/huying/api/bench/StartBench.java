package cn.huying.api.bench;

import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.bench.start.StartRun;
import cn.huying.api.bench.start.StartRun.Report;
import cn.huying.api.bench.start.StartRun.Started;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./huying bench start}: how long a start takes, and how long the first resident waits after it. */
@Command(name = "start", description = "启动多久、首条消息多久、占多少内存：./huying demo 与普通 jar 轮流比较", mixinStandardHelpOptions = true)
final class StartBench implements Callable<Integer> {
    @Option(names = "--pairs", defaultValue = "5", description = "比较几对（默认 ${DEFAULT-VALUE}）")
    private int pairs;

    @Option(names = "--json", paramLabel = "FILE", description = "把同样的数字写成 JSON")
    private Optional<Path> json = Optional.empty();

    @Override
    public Integer call() throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Report report;
        try {
            report = StartRun.run(Laboratory.whereWeAre(), pairs, out::println);
        } catch (BenchException failure) {
            out.println(failure.getMessage());
            return 1;
        }
        json.ifPresent(file -> new JsonMapper().writeValue(file.toFile(), report));
        out.printf(
                "中位数：./huying demo %.0f 毫秒就绪，首条消息 %.0f 毫秒，%.0f MB；普通 jar %.0f 毫秒就绪，首条 %.0f 毫秒；就绪时间之比 %.3f%n",
                Report.median(report.launcher(), Started::readyMs),
                Report.median(report.launcher(), Started::firstMs),
                Report.median(report.launcher(), Started::rssMb),
                Report.median(report.plain(), Started::readyMs),
                Report.median(report.plain(), Started::firstMs),
                report.ratio());
        return 0;
    }
}
