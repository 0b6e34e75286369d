package cn.huying.api.wecom;

import cn.huying.api.callback.Answer;
import cn.huying.api.callback.SignedQuery;
import cn.huying.api.callback.WebhookBody;
import cn.huying.api.wecom.TapDoor.Opened;
import cn.huying.bot.handling.Click;
import cn.huying.bot.handling.Taps;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The callback of the WeCom application. Encrypted mode only; whatever is refused gets a status and no explanation. */
@RestController
public final class WecomController {
    private static final Logger LOG = LoggerFactory.getLogger(WecomController.class);
    private static final String PATH = "/wecom/";

    /** The platform gives up after five seconds and delivers again. */
    private static final Duration BACKSTOP = Duration.ofMillis(4_500);

    private final Optional<TapDoor> door;
    private final String path;
    private final Taps taps;
    private final MeterRegistry meters;

    /** @param app empty where no application is set up: then there is nobody to call */
    public WecomController(Optional<WecomApp> app, Taps taps, Clock clock, MeterRegistry meters) {
        this.door = app.map(known -> new TapDoor(known, clock));
        this.path =
                app.map(known -> PATH + known.corpId() + '/' + known.agentId()).orElse("");
        this.taps = taps;
        this.meters = meters;
    }

    /** The platform asks whether we can read what it encrypts. */
    @GetMapping(PATH + "{corpId}/{agentId}")
    public Mono<Void> verify(@PathVariable String corpId, @PathVariable String agentId, ServerWebExchange exchange) {
        return through(
                exchange,
                (opener, query) -> Mono.just(opener.echo(query)
                        .map(echo -> Answer.text(new String(echo, StandardCharsets.UTF_8)))
                        .orElseGet(() -> refuse(HttpStatus.FORBIDDEN, "query"))));
    }

    /** The platform hands in an event. */
    @PostMapping(PATH + "{corpId}/{agentId}")
    public Mono<Void> receive(@PathVariable String corpId, @PathVariable String agentId, ServerWebExchange exchange) {
        return through(
                exchange,
                (opener, query) -> opener.mayOpen(query)
                        ? WebhookBody.read(exchange.getRequest())
                                .map(body -> opener.open(query, body))
                                .flatMap(opened -> answer(opener, opened))
                                .onErrorResume(WebhookBody.Refused.class, e -> Mono.just(refuse(e.status(), "body")))
                        : Mono.just(refuse(HttpStatus.FORBIDDEN, "query")));
    }

    private Mono<Void> through(ServerWebExchange exchange, BiFunction<TapDoor, SignedQuery, Mono<Answer>> step) {
        ServerHttpRequest request = exchange.getRequest();
        Mono<Answer> answer = door.isPresent()
                        && request.getPath().pathWithinApplication().value().equals(path)
                ? step.apply(door.get(), SignedQuery.of(request.getURI().getRawQuery()))
                : Mono.just(refuse(HttpStatus.NOT_FOUND, "application"));
        return answer.flatMap(a -> a.writeTo(exchange.getResponse()));
    }

    private Mono<Answer> answer(TapDoor opener, Opened opened) {
        return switch (opened) {
            case Opened.Refused(int status, String reason) -> Mono.just(refuse(HttpStatus.valueOf(status), reason));
            case Opened.Other() -> Mono.just(Answer.SUCCESS);
            case Opened.Tapped(Click click) -> tapped(opener, click);
        };
    }

    private Mono<Answer> tapped(TapDoor opener, Click click) {
        return Mono.defer(() -> taps.tap(click))
                .timeout(BACKSTOP)
                .map(answer -> switch (answer) {
                    case cn.huying.bot.handling.Answer.Shown() -> Answer.SUCCESS;
                    case cn.huying.bot.handling.Answer.Ignored() -> Answer.SUCCESS;
                    case cn.huying.bot.handling.Answer.Told(String words) ->
                        Answer.xml(opener.told(click.worker(), words));
                })
                .onErrorResume(this::notReceived);
    }

    private Mono<Answer> notReceived(Throwable failure) {
        LOG.warn("a tap could not be received: {}", failure.getClass().getName());
        return Mono.just(refuse(HttpStatus.SERVICE_UNAVAILABLE, "reception"));
    }

    /** @param reason a word of this class's own, never something a caller sent */
    private Answer refuse(HttpStatus status, String reason) {
        meters.counter("huying.wecom.refused", "status", Integer.toString(status.value()), "reason", reason)
                .increment();
        return Answer.refused(status);
    }
}
