package cn.huying.api.launch;

import cn.huying.api.ConfigCheck;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "check", description = "检查全部设置与配置文件，不启动", mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {
    @Option(names = "--demo", description = "检查 demo 的设置")
    private boolean demo;

    @Override
    public Integer call() {
        return RefusedStart.guard(() -> {
            List<String> warnings = ConfigCheck.run(demo);
            warnings.forEach(warning -> System.out.println("提醒：" + warning));
            System.out.println("设置与配置文件都没有问题。");
            return 0;
        });
    }
}
