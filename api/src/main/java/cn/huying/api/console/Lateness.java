package cn.huying.api.console;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What is shown when the stores do not answer in time. */
@ControllerAdvice(basePackageClasses = Lateness.class)
public final class Lateness {
    /** How long a page waits for the stores. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pages pages;

    public Lateness(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler(TimeoutException.class)
    Mono<Rendering> late(ServerWebExchange exchange) {
        return pages.bare(exchange, "late", rendering -> rendering.status(HttpStatus.SERVICE_UNAVAILABLE));
    }
}
