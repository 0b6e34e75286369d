package cn.huying.api.launch;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "demo", description = "用内置存储和虚构社区启动", mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {
    @Override
    public Integer call() {
        return Application.start("--spring.profiles.active=demo");
    }
}
