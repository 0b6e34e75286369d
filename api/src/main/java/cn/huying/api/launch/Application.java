package cn.huying.api.launch;

import cn.huying.api.HuyingConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the whole program and stays until it is told to end; a refused start is explained in a few lines. */
final class Application {
    private Application() {}

    /** @return the exit code: 0 when it runs, 1 when the start was refused */
    static int start(String... settings) {
        SpringApplication application = new SpringApplication(HuyingConfiguration.class);
        application.setLogStartupInfo(false);
        return RefusedStart.guard(() -> {
            ConfigurableApplicationContext context = application.run(settings);
            Started.tell(context);
            return 0;
        });
    }
}
