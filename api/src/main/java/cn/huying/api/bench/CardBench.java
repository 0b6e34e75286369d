package cn.huying.api.bench;

import cn.huying.api.bench.cards.CardRun;
import cn.huying.api.bench.lab.Laboratory;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./huying bench cards}: whether the first tap wins, whichever of two replicas it comes in by. */
@Command(name = "cards", description = "许多网格员经两个副本同时点同一批卡片，核对每件只有一人接单", mixinStandardHelpOptions = true)
final class CardBench extends BenchCommand {
    @Option(names = "--workers", defaultValue = "50", description = "多少位网格员（默认 ${DEFAULT-VALUE}）")
    private int workers;

    @Option(names = "--cards", defaultValue = "200", description = "多少张卡片（默认 ${DEFAULT-VALUE}）")
    private int cards;

    @Option(names = "--seed", defaultValue = "20261121", description = "随机种子：谁先谁后")
    private long seed;

    @Override
    protected boolean measure() throws IOException {
        CardRun.Report report =
                CardRun.run(Laboratory.whereWeAre(), new CardRun.Options(workers, cards, seed), out::println);
        tell(report.wrong());
        out.println(report);
        write(report);
        return report.clean();
    }
}
