package cn.huying.api.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLinesTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void everyVerbShouldExplainItselfInChinese() {
        assertThat(run("--help")).isZero();
        for (String verb : CommandLines.verbs().getSubcommands().keySet()) {
            assertThat(run(verb, "--help")).as(verb).isZero();
        }
        assertThat(out.toString())
                .contains("用法：huying check", "选项：", "显示这份说明", "--demo", "命令：", "kills")
                .doesNotContain("Usage", "Show this help");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void mistakesShouldBeToldInChineseWithTheVerbToAsk() {
        assertThat(run("check", "--dmeo")).isEqualTo(2);
        assertThat(run("chat", "--port", "eight")).isEqualTo(2);
        assertThat(run("chat", "--port")).isEqualTo(2);
        assertThat(run("sevre")).isEqualTo(2);
        assertThat(err.toString())
                .contains("不认识 --dmeo。运行 ./huying check --help", "--port 的值看不懂：eight", "缺少 --port", "不认识 sevre")
                .doesNotContain("Unknown", "Invalid", "Missing");
    }

    private int run(String... arguments) {
        CommandLine verbs = CommandLines.verbs();
        verbs.setOut(new PrintWriter(out, true));
        verbs.setErr(new PrintWriter(err, true));
        return verbs.execute(arguments);
    }
}
