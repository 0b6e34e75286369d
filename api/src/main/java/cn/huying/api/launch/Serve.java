package cn.huying.api.launch;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "serve", description = "按 config/ 正式启动", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    @Override
    public Integer call() {
        return Application.start();
    }
}
