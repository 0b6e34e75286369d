package cn.huying.api.bench;

import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.bench.start.StartRun;
import cn.huying.api.bench.start.StartRun.Report;
import cn.huying.api.bench.start.StartRun.Started;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./huying bench start}: how long a start takes, and how long the first resident waits after it. */
@Command(name = "start", description = "启动多久、首条消息多久、占多少内存：./huying demo 与普通 jar 轮流比较", mixinStandardHelpOptions = true)
final class StartBench extends BenchCommand {
    @Option(names = "--pairs", defaultValue = "5", description = "比较几对（默认 ${DEFAULT-VALUE}）")
    private int pairs;

    @Override
    protected boolean measure() throws IOException {
        Report report = StartRun.run(Laboratory.whereWeAre(), pairs, out::println);
        write(report);
        out.printf(
                "中位数：./huying demo %.0f 毫秒就绪，首条消息 %.0f 毫秒，%.0f MB；普通 jar %.0f 毫秒就绪，首条 %.0f 毫秒；就绪时间之比 %.3f%n",
                Report.median(report.launcher(), Started::readyMs),
                Report.median(report.launcher(), Started::firstMs),
                Report.median(report.launcher(), Started::rssMb),
                Report.median(report.plain(), Started::readyMs),
                Report.median(report.plain(), Started::firstMs),
                report.ratio());
        return true;
    }
}
