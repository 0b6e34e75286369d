package cn.huying.api.launch;

import java.net.URI;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "chat", description = "在终端里与正在运行的 demo 对话", mixinStandardHelpOptions = true)
final class Chat implements Callable<Integer> {
    @Option(names = "--port", description = "demo 的端口（PORT），默认 ${DEFAULT-VALUE}", defaultValue = "${env:PORT:-8080}")
    private int port;

    @Override
    public Integer call() {
        return cn.huying.api.simulator.chat.Chat.run(URI.create("http://localhost:" + port), System.in, System.out);
    }
}
