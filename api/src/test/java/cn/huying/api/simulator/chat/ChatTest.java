package cn.huying.api.simulator.chat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Demo;
import cn.huying.api.simulator.wire.ResidentAction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChatTest {
    @Test
    void pipedLinesAreAnsweredInOrderWithPushesBetween() {
        try (var demo = Demo.start()) {
            String talk = talk(demo.base, "你好\n\n:scan building:xingfuli-3\n:loc 30.65,114.27\n下水道堵了\n");
            assertThat(talk)
                    .containsSubsequence(
                            "接通",
                            "我> 你好",
                            "呼应> 收到：你好",
                            "收到eventSCANbuilding:xingfuli-3",
                            "收到location",
                            "我> 下水道堵了",
                            "呼应> 已经登记，编号 HY20261121-0042。\n      网格员")
                    .contains("呼应> 网格员已经收到您的诉求。");
        }
    }

    @Test
    void quitEndsTheConversationAndUnknownCommandsGiveHelp() {
        try (var demo = Demo.start()) {
            assertThat(talk(demo.base, ":dance\n:quit\n不会发出\n"))
                    .contains(":scan")
                    .doesNotContain("不会发出");
        }
    }

    @Test
    void demoThatIsNotThereIsNamed() {
        var out = new ByteArrayOutputStream();
        int code = Chat.run(URI.create("http://127.0.0.1:1"), in("你好\n"), print(out));
        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("接不上 http://127.0.0.1:1")
                .contains("./huying demo");
    }

    @Test
    void commandsBecomeActions() {
        assertThat(Chat.action("你好")).contains(new ResidentAction.Say("你好"));
        assertThat(Chat.action(":loc 30.5, 114.25")).contains(new ResidentAction.Locate(30.5, 114.25, ""));
        assertThat(Chat.action(":again")).contains(new ResidentAction.Again());
        assertThat(Chat.action(":loc here")).isEmpty();
        assertThat(Chat.action(":loc a,b")).isEmpty();
        assertThat(Chat.action(":scan")).isEmpty();
    }

    private static String talk(URI base, String lines) {
        var out = new ByteArrayOutputStream();
        assertThat(Chat.run(base, in(lines), print(out))).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static ByteArrayInputStream in(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream out) {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
