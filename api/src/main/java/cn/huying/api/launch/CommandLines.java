package cn.huying.api.launch;

import java.util.ListResourceBundle;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The verbs as an operator reads them: help and mistakes in Chinese, whatever the machine's language. */
public final class CommandLines {
    private static final ResourceBundle WORDS = new ListResourceBundle() {
        @Override
        protected Object[][] getContents() {
            return new Object[][] {
                {"mixinStandardHelpOptions.help", "显示这份说明"},
                {"mixinStandardHelpOptions.version", "显示版本"},
            };
        }
    };

    private CommandLines() {}

    public static CommandLine verbs() {
        CommandLine verbs = new CommandLine(new Verbs());
        verbs.setResourceBundle(WORDS);
        verbs.setParameterExceptionHandler((mistake, arguments) -> tell(mistake));
        inChinese(verbs);
        return verbs;
    }

    private static void inChinese(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.synopsisHeading("用法：").commandListHeading("%n命令：%n").optionListHeading("%n选项：%n");
        usage.synopsisSubcommandLabel("<命令>");
        command.getSubcommands().values().forEach(CommandLines::inChinese);
    }

    private static int tell(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        command.getErr()
                .println(words(mistake) + "。运行 " + "./"
                        + command.getCommandSpec().qualifiedName() + " --help 看说明。");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String words(ParameterException mistake) {
        return switch (mistake) {
            case UnmatchedArgumentException unknown -> "不认识 " + String.join(" ", unknown.getUnmatched());
            case MissingParameterException missing ->
                "缺少 "
                        + String.join(
                                "、",
                                missing.getMissing().stream()
                                        .map(CommandLines::name)
                                        .toList());
            default ->
                mistake.getArgSpec() == null ? "命令不完整" : name(mistake.getArgSpec()) + " 的值看不懂：" + mistake.getValue();
        };
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
