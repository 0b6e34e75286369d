package cn.huying.api.browsing;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A small application of a test's own, alone on a free port. */
public final class PageServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ConfigurableApplicationContext context;
    private final URI base;

    /** @param app not annotated as a configuration, so that no scan ever finds it; @param given beans the test keeps in its own hands */
    public PageServer(Class<?> app, Map<String, ?> given, String... properties) {
        context = new SpringApplicationBuilder(app)
                .properties("server.port=0", "server.address=127.0.0.1", "management.server.port=-1")
                .properties("spring.main.banner-mode=off", "logging.level.root=warn")
                .properties(properties)
                .initializers(found -> given.forEach(found.getBeanFactory()::registerSingleton))
                .run();
        base = URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public URI base() {
        return base;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public WebTestClient http() {
        return WebTestClient.bindToServer()
                .baseUrl(base.toString())
                .responseTimeout(PATIENCE)
                .build();
    }

    @Override
    public void close() {
        context.close();
    }
}
