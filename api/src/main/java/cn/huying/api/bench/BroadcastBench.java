package cn.huying.api.bench;

import cn.huying.api.bench.broadcast.AlertRun;
import cn.huying.api.bench.broadcast.BroadcastRun;
import cn.huying.api.bench.broadcast.Crowd;
import cn.huying.api.bench.broadcast.KilledRun;
import cn.huying.api.bench.lab.Laboratory;
import cn.huying.api.embedded.EmbeddedStores;
import cn.huying.api.mongo.Mongo;
import com.mongodb.reactivestreams.client.MongoClient;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./huying bench broadcast}: what a broadcast costs from its approval to its last batch, on the embedded store. */
@Command(name = "broadcast", description = "群发的速度和开销：冻结名单、分批、发送、结算", mixinStandardHelpOptions = true)
final class BroadcastBench extends BenchCommand {
    private static final double NANOS_PER_MICRO = 1_000;
    private static final double NANOS_PER_SECOND = 1_000_000_000;
    private static final int MEBI = 1024 * 1024;

    @Option(names = "--recipients", defaultValue = "100000", description = "多少位居民（默认 ${DEFAULT-VALUE}）")
    private int recipients;

    @Option(names = "--kills", defaultValue = "0", description = "改为强杀整个程序几次，与平台的流水核对（默认不杀，只量速度）")
    private int kills;

    @Option(names = "--alert", description = "改为发一条红色预警，量第一位和最后一位居民何时收到")
    private boolean alert;

    @Option(names = "--seed", defaultValue = "20261121", description = "随机种子：何时强杀")
    private long seed;

    /** @param missed residents no batch carried; @param twice residents carried more than once */
    record Report(
            int recipients,
            double seconds,
            double recipientsPerSecond,
            double cpuMicrosEach,
            long heapMiB,
            int batches,
            int missed,
            int twice) {}

    @Override
    protected boolean measure() throws IOException {
        return alert ? alerted() : kills > 0 ? killed() : measured();
    }

    private boolean killed() throws IOException {
        KilledRun.Options options = new KilledRun.Options(recipients, kills, seed);
        KilledRun.Report report = KilledRun.run(Laboratory.whereWeAre(), options, out::println);
        out.println(report);
        write(report);
        return report.clean();
    }

    private boolean alerted() throws IOException {
        AlertRun.Report report = AlertRun.run(Laboratory.whereWeAre(), recipients, out::println);
        out.println(report);
        write(report);
        return report.clean();
    }

    private boolean measured() throws IOException {
        Path data = Files.createTempDirectory("huying-bench-broadcast");
        try (EmbeddedStores stores = EmbeddedStores.open(data, 0, 0, Clock.systemUTC());
                MongoClient client =
                        Mongo.connect(stores.mongoUri().orElseThrow().toString())) {
            Report report =
                    measured(new BroadcastRun(Laboratory.whereWeAre(), client.getDatabase("bench"), Clock.systemUTC()));
            out.printf(
                    "%d 位居民：%.2f 秒，每秒 %.0f 位，每位 CPU %.1f 微秒，堆 %d MiB，%d 批，漏 %d，重 %d%n",
                    report.recipients(),
                    report.seconds(),
                    report.recipientsPerSecond(),
                    report.cpuMicrosEach(),
                    report.heapMiB(),
                    report.batches(),
                    report.missed(),
                    report.twice());
            write(report);
            return report.missed() + report.twice() == 0;
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private Report measured(BroadcastRun run) {
        run.settle(new Crowd(recipients));
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = machine.getProcessCpuTime();
        long begun = System.nanoTime();
        run.broadcast();
        double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
        double micros = (machine.getProcessCpuTime() - cpu) / NANOS_PER_MICRO;
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBI;
        return new Report(
                recipients,
                seconds,
                recipients / seconds,
                micros / recipients,
                heap,
                run.batches(),
                recipients - run.reached(),
                run.twice());
    }
}
