package cn.huying.api.wechat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The controller on the real WebFlux and Reactor Netty, on a port of its own, with nothing else round it. */
final class WebhookServer implements AutoCloseable {
    final FakeReception reception = new FakeReception();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final DisposableServer server;

    WebhookServer() {
        context.register(Web.class);
        context.registerBean(
                WebhookController.class,
                () -> new WebhookController(
                        new OfficialAccounts(List.of(DemoAccount.ACCOUNT)),
                        reception,
                        DemoAccount.CLOCK,
                        new WebhookCounters(meters)));
        context.refresh();
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(
                        WebHttpHandlerBuilder.applicationContext(context).build()))
                .bindNow();
    }

    @Configuration
    @EnableWebFlux
    static class Web {}

    int port() {
        return server.port();
    }

    String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    double count(String name) {
        return meters.find(name).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Override
    public void close() {
        server.disposeNow();
        context.close();
    }
}
