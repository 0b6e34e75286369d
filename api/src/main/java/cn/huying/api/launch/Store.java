package cn.huying.api.launch;

import cn.huying.api.embedded.EmbeddedStores;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "store", description = "只启动内置的 MongoDB 与 Redis，供同机的多个副本共用", mixinStandardHelpOptions = true)
final class Store implements Callable<Integer> {
    @Option(
            names = "--data",
            description = "数据目录（HUYING_DATA），默认 ${DEFAULT-VALUE}",
            defaultValue = "${env:HUYING_DATA:-data}")
    private Path data = Path.of("data");

    @Option(
            names = "--mongo-port",
            description = "HUYING_STORE_MONGO_PORT",
            defaultValue = "${env:HUYING_STORE_MONGO_PORT:-27027}")
    private int mongoPort;

    @Option(
            names = "--redis-port",
            description = "HUYING_STORE_REDIS_PORT",
            defaultValue = "${env:HUYING_STORE_REDIS_PORT:-6390}")
    private int redisPort;

    @Override
    public Integer call() {
        return RefusedStart.guard(() -> EmbeddedStores.run(data, mongoPort, redisPort));
    }
}
