package cn.huying.api;

import cn.huying.api.demo.DemoConfiguration;
import cn.huying.api.settings.Settings;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The whole program: everything below is wired here and nowhere else. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(Settings.class)
@Import({
    StoresConfiguration.class,
    HealthConfiguration.class,
    SpoolConfiguration.class,
    ContentConfiguration.class,
    CoreConfiguration.class,
    KnowledgeConfiguration.class,
    DoorsConfiguration.class,
    DemoConfiguration.class,
    WorkerConfiguration.class,
    WorkAppConfiguration.class,
    ConsoleConfiguration.class,
    BroadcastConfiguration.class,
    RepairConfiguration.class,
    JobsConfiguration.class
})
public class HuyingConfiguration {
    /** Whole milliseconds, which is what the stores keep: what comes back equals what was written. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
