package cn.huying.api.welcome;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The start page on a running server, alone. */
final class FrontDoor implements AutoCloseable {
    static final int MANAGEMENT = 18_081;

    final URI base;
    private final ConfigurableApplicationContext context;

    FrontDoor(boolean demo, boolean console) {
        context = new SpringApplicationBuilder(App.class)
                .properties("server.port=0", "server.address=127.0.0.1", "management.server.port=-1")
                .properties("spring.main.banner-mode=off", "logging.level.root=warn")
                .initializers(found -> found.getBeanFactory()
                        .registerSingleton("startPage", new StartPage(demo, console, () -> MANAGEMENT)))
                .run();
        base = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    WebTestClient http() {
        return WebTestClient.bindToServer()
                .baseUrl(base.toString())
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not annotated as a configuration, so that no scan ever finds it. */
    @EnableAutoConfiguration
    static class App {}
}
