package cn.huying.api.bench;

import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.bench.publish.KilledPublishRun;
import cn.huying.api.bench.publish.PublishRun;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./huying bench publish}: how soon what is published is answered everywhere, and whether a {@code kill -9} loses any of it. */
@Command(name = "publish", description = "知识发布到另一个副本要多久；强杀后有没有答错、漏答", mixinStandardHelpOptions = true)
final class PublishBench extends BenchCommand {
    @Option(names = "--publications", defaultValue = "60", description = "发布几次（默认 ${DEFAULT-VALUE}）")
    private int publications;

    @Option(names = "--kills", defaultValue = "0", description = "改为边发布边强杀几次，重启后逐条核对（默认不杀，只量时间）")
    private int kills;

    @Option(names = "--seed", defaultValue = "20261122", description = "随机种子")
    private long seed;

    @Override
    protected boolean measure() throws IOException {
        return kills > 0 ? killed() : measured();
    }

    private boolean measured() throws IOException {
        PublishRun.Report report = PublishRun.run(Laboratory.whereWeAre(), publications, seed, out::println);
        write(report);
        out.println(report);
        return report.meetsBar();
    }

    private boolean killed() throws IOException {
        KilledPublishRun.Report report = KilledPublishRun.run(Laboratory.whereWeAre(), kills, seed, out::println);
        write(report);
        tell(report.wrong());
        out.println(report);
        return report.clean();
    }
}
