package cn.huying.api.welcome;

import cn.huying.api.browsing.PageServer;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The start page on a running server, alone. */
final class FrontDoor implements AutoCloseable {
    static final int MANAGEMENT = 18_081;

    private final PageServer server;

    FrontDoor(boolean demo, boolean console) {
        server = new PageServer(App.class, Map.of("startPage", new StartPage(demo, console, () -> MANAGEMENT)));
    }

    URI base() {
        return server.base();
    }

    WebTestClient http() {
        return server.http();
    }

    @Override
    public void close() {
        server.close();
    }

    /** Not annotated as a configuration, so that no scan ever finds it. */
    @EnableAutoConfiguration
    static class App {}
}
