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

@Command(name = "import", description = "从文件导入", mixinStandardHelpOptions = true, subcommands = Import.Knowledge.class)
final class Import {
    @Command(name = "knowledge", description = "导入问答和法律：要么全部生效，要么一条不动；同一文件再导一次没有变化", mixinStandardHelpOptions = true)
    static final class Knowledge implements Callable<Integer> {
        @Parameters(paramLabel = "<文件或目录>", description = "Markdown、YAML、CSV、XLSX；法律是 Markdown")
        private Path what = Path.of("");

        @Option(names = "--dry-run", description = "只检查，说出会有什么变化，不写入")
        private boolean dryRun;

        @Option(
                names = "--format",
                paramLabel = "<格式>",
                description = "文件名看不出格式时说明：md、yaml、csv、xlsx",
                converter = FormatName.class)
        private Optional<Format> format = Optional.empty();

        @Option(
                names = "--approver",
                paramLabel = "<账号>",
                description = "复核这次导入的人；清空了内容，或改了两成以上电话时必须有",
                defaultValue = "")
        private String approver = "";

        @Option(names = "--demo", description = "导入到 demo：复核的人是 demo 的账号")
        private boolean demo;

        @Override
        public Integer call() {
            return RefusedStart.guard(() -> {
                Settings settings = ConfigCheck.settings(demo);
                try (ContentStores stores = ContentStores.open(settings, Clock.systemUTC())) {
                    return new ImportRun(stores.desk(), ConfigCheck.approvers(settings), System.out, System.err)
                            .run(new ImportRun.Wish(what, format, approver, dryRun));
                }
            });
        }
    }
}
