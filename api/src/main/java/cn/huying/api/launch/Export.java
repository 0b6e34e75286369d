package cn.huying.api.launch;

import cn.huying.api.ConfigCheck;
import cn.huying.api.settings.Settings;
import cn.huying.knowledge.intake.Format;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "export", description = "导出成文件", mixinStandardHelpOptions = true, subcommands = Export.Knowledge.class)
final class Export {
    @Command(name = "knowledge", description = "导出现有的问答；导出到目录时连同法律，导回来内容不变", mixinStandardHelpOptions = true)
    static final class Knowledge implements Callable<Integer> {
        @Parameters(paramLabel = "<文件或目录>", description = "以 .md、.yml、.csv、.xlsx 结尾是文件，否则是目录（须是空的）")
        private Path where = Path.of("");

        @Option(
                names = "--format",
                paramLabel = "<格式>",
                description = "md、yaml、csv、xlsx；目录默认 yaml",
                converter = FormatName.class)
        private Optional<Format> format = Optional.empty();

        @Override
        public Integer call() {
            return RefusedStart.guard(() -> {
                Settings settings = ConfigCheck.settings();
                try (ContentStores stores = ContentStores.open(settings, Clock.systemUTC())) {
                    return new ExportRun(stores.desk(), System.out).run(where, format);
                }
            });
        }
    }
}
