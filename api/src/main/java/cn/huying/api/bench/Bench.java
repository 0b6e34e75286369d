package cn.huying.api.bench;

import picocli.CommandLine.Command;

/** {@code ./huying bench <what>}. */
@Command(
        name = "bench",
        description = "压测与断电演练",
        subcommands = {
            WebhookBench.class,
            KillBench.class,
            BroadcastBench.class,
            CardBench.class,
            PublishBench.class,
            StartBench.class,
            RetrievalBench.class,
            FaqBench.class,
            BareServer.class
        },
        mixinStandardHelpOptions = true)
public final class Bench {}
