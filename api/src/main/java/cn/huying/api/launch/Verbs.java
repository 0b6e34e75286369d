package cn.huying.api.launch;

import cn.huying.api.bench.Bench;
import picocli.CommandLine.Command;

/** {@code ./huying <verb>}. */
@Command(
        name = "huying",
        description = "呼应：社区公众号的后台",
        subcommands = {
            Serve.class,
            Demo.class,
            Store.class,
            Check.class,
            Chat.class,
            Import.class,
            Export.class,
            Bench.class
        },
        mixinStandardHelpOptions = true)
public final class Verbs {}
