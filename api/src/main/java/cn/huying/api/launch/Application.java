package cn.huying.api.launch;

import cn.huying.api.HuyingConfiguration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the whole program and stays until it is told to end; a refused start is explained in a few lines. */
final class Application {
    private Application() {}

    /** @return the exit code: 0 when it runs, 1 when the start was refused */
    static int start(String... settings) {
        SpringApplication application = new SpringApplication(HuyingConfiguration.class);
        application.setRegisterShutdownHook(true);
        try {
            ConfigurableApplicationContext context = application.run(arguments(settings));
            Started.tell(context);
            return 0;
        } catch (RuntimeException failure) {
            System.err.println(RefusedStart.explain(failure).orElseThrow(() -> failure));
            return 1;
        }
    }

    private static String[] arguments(String... settings) {
        return Stream.concat(Stream.of("--spring.main.log-startup-info=false"), Arrays.stream(settings))
                .toArray(String[]::new);
    }
}
