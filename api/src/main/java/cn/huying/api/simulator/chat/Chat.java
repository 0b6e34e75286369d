package cn.huying.api.simulator.chat;

import cn.huying.api.simulator.wire.ResidentAction;
import cn.huying.knowledge.load.Characters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A conversation in the terminal. It drives the phone of one simulated resident of a running demo, so every line takes the same
 * encrypted way as one typed on the page. Reads lines until the end of its input, which may be a file.
 */
public final class Chat {
    private static final String HELP = """
            直接输入文字就是发消息。另外还可以：
              :scan 场景值        扫楼门码，例如 :scan building:xingfuli-3
              :loc 纬度,经度      发送位置，例如 :loc 39.3000,83.6000
              :follow :unfollow   关注、取消关注
              :again              让平台把上一条消息再推送一次
              :quit               结束""";

    private final ChatLine line;
    private final PrintStream out;
    private final boolean echo;

    private Chat(ChatLine line, PrintStream out, boolean echo) {
        this.line = line;
        this.out = out;
        this.echo = echo;
    }

    /**
     * @param base where the demo listens, for example {@code http://localhost:8080}
     * @return the exit code: 0 after a conversation, 1 when the demo could not be reached
     */
    public static int run(URI base, InputStream in, PrintStream out) {
        try (var line = new ChatLine(base, out)) {
            line.open();
            out.println("已接通“" + line.account() + "”，" + line.name() + "的手机。输入 :help 看可以做什么。");
            new Chat(line, out, !typedByHand(in)).converse(in);
            return 0;
        } catch (IOException e) {
            out.println("接不上 " + base + "：请先运行 ./huying demo，端口不是 8080 时设置 PORT。（" + e.getMessage() + "）");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static boolean typedByHand(InputStream in) {
        var console = System.console();
        return in == System.in && console != null && console.isTerminal();
    }

    private void converse(InputStream in) throws IOException, InterruptedException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        prompt();
        String typed = reader.readLine();
        while (typed != null && !typed.strip().equals(":quit")) {
            if (echo) {
                out.println(typed);
            }
            handle(typed.strip());
            prompt();
            typed = reader.readLine();
        }
        out.println();
        if (typed == null) {
            line.linger();
        }
    }

    private void prompt() {
        out.print("我> ");
        out.flush();
    }

    private void handle(String typed) throws IOException, InterruptedException {
        if (typed.isEmpty()) {
            return;
        }
        Optional<ResidentAction> action = action(typed);
        if (action.isEmpty()) {
            out.println(HELP);
            return;
        }
        line.act(action.get());
    }

    /** Empty when the line is a command that is not known or not complete. */
    public static Optional<ResidentAction> action(String typed) {
        if (!typed.startsWith(":")) {
            return Optional.of(new ResidentAction.Say(Characters.shortened(typed, ResidentAction.LONGEST_TEXT / 2)));
        }
        int space = typed.indexOf(' ');
        String verb = space < 0 ? typed : typed.substring(0, space);
        String rest = space < 0 ? "" : typed.substring(space + 1).strip();
        try {
            return switch (verb) {
                case ":scan" -> Optional.of(new ResidentAction.Scan(rest));
                case ":loc" -> location(rest);
                case ":follow" -> Optional.of(new ResidentAction.Follow());
                case ":unfollow" -> Optional.of(new ResidentAction.Unfollow());
                case ":again" -> Optional.of(new ResidentAction.Again());
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<ResidentAction> location(String pair) {
        int comma = pair.indexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        List<Double> numbers = List.of(
                Double.valueOf(pair.substring(0, comma).strip()),
                Double.valueOf(pair.substring(comma + 1).strip()));
        return Optional.of(new ResidentAction.Locate(numbers.getFirst(), numbers.getLast(), ""));
    }
}
