package cn.huying.api.bench;

import cn.huying.api.bench.kill.KillRun;
import cn.huying.api.bench.lab.Laboratory;
import java.io.IOException;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./huying bench kills}: whether an acknowledged message survives {@code kill -9}, and is acted on once. */
@Command(name = "kills", description = "反复强杀正在受理的服务，核对没有丢失、没有重复", mixinStandardHelpOptions = true)
final class KillBench extends BenchCommand {
    @Option(names = "--runs", defaultValue = "20", description = "强杀几次（默认 ${DEFAULT-VALUE}）")
    private int runs;

    @Option(names = "--messages", defaultValue = "2000", description = "每次发多少条（默认 ${DEFAULT-VALUE}）")
    private int messages;

    @Option(names = "--seed", defaultValue = "20261121", description = "随机种子")
    private long seed;

    @Override
    protected boolean measure() throws IOException {
        KillRun.Report report =
                KillRun.run(Laboratory.whereWeAre(), new KillRun.Options(runs, messages, seed), out::println);
        write(report);
        tell(Stream.concat(report.lost().stream(), report.twice().stream()).toList());
        out.println(report);
        out.println(report.endedInTime() ? "每次收到 SIGTERM 都在 10 秒内结束" : "收到 SIGTERM 后没有在 10 秒内结束");
        return report.clean();
    }
}
