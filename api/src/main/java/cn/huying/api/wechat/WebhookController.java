package cn.huying.api.wechat;

import cn.huying.api.callback.Answer;
import cn.huying.api.callback.SignedQuery;
import cn.huying.api.callback.WebhookBody;
import cn.huying.api.wechat.Door.Opened;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboundMessage.Origin;
import cn.huying.bot.message.Reception;
import cn.huying.bot.message.Reply;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
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

/** The callback of the official accounts. Encrypted mode only; whatever is refused gets a status and no explanation. */
@RestController
public final class WebhookController {
    private static final Logger log = LoggerFactory.getLogger(WebhookController.class);
    private static final String PATH = "/wechat/mp/";

    /** Behind the reception's own deadline: past it the platform hears that nothing was received, and sends again. */
    private static final Duration BACKSTOP = Duration.ofMillis(4_500);

    private final Map<String, Door> doors;
    private final Reception reception;
    private final WebhookCounters counters;

    public WebhookController(OfficialAccounts accounts, Reception reception, Clock clock, WebhookCounters counters) {
        this.doors = accounts.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        account -> account.appId().value(), account -> new Door(account, clock)));
        this.reception = reception;
        this.counters = counters;
    }

    /** The platform asks whether we are who the operator says. */
    @GetMapping(PATH + "{appId}")
    public Mono<Void> verify(@PathVariable String appId, ServerWebExchange exchange) {
        return through(appId, exchange, (door, query) -> Mono.just(echo(door, query)));
    }

    /** The platform hands in a message or an event. */
    @PostMapping(PATH + "{appId}")
    public Mono<Void> receive(@PathVariable String appId, ServerWebExchange exchange) {
        return through(
                appId,
                exchange,
                (door, query) -> door.mayOpen(query)
                        ? WebhookBody.read(exchange.getRequest())
                                .map(body -> door.open(query, body))
                                .flatMap(opened -> answer(door, opened))
                                .onErrorResume(WebhookBody.Refused.class, e -> Mono.just(refuse(e.status(), "body")))
                        : Mono.just(refuse(HttpStatus.FORBIDDEN, "query")));
    }

    private Mono<Void> through(
            String appId, ServerWebExchange exchange, BiFunction<Door, SignedQuery, Mono<Answer>> step) {
        ServerHttpRequest request = exchange.getRequest();
        Door door = doors.get(appId);
        Mono<Answer> answer;
        if (!request.getPath().pathWithinApplication().value().equals(PATH + appId)) {
            answer = Mono.just(refuse(HttpStatus.BAD_REQUEST, "path"));
        } else if (door == null) {
            answer = Mono.just(refuse(HttpStatus.NOT_FOUND, "account"));
        } else {
            answer = step.apply(door, SignedQuery.of(request.getURI().getRawQuery()));
        }
        return answer.flatMap(a -> a.writeTo(exchange.getResponse()));
    }

    private Answer echo(Door door, SignedQuery query) {
        if (!door.isPlatform(query)) {
            return refuse(HttpStatus.FORBIDDEN, "query");
        }
        return query.echoIsHarmless() ? Answer.text(query.echo()) : refuse(HttpStatus.BAD_REQUEST, "echo");
    }

    private Mono<Answer> answer(Door door, Opened opened) {
        return switch (opened) {
            case Opened.Refused(int status, String reason) -> Mono.just(refuse(HttpStatus.valueOf(status), reason));
            case Opened.Message(InboundMessage.Unsupported(Origin _, String kind)) -> acknowledge(kind);
            case Opened.Message(InboundMessage message) -> receive(door, message);
        };
    }

    private Mono<Answer> acknowledge(String kind) {
        counters.unsupported(kind);
        return Mono.just(Answer.SUCCESS);
    }

    private Mono<Answer> receive(Door door, InboundMessage message) {
        return Mono.defer(() -> reception.receive(message))
                .timeout(BACKSTOP, Mono.error(TimeoutException::new))
                .map(reply -> answer(door, message.origin(), reply))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no reply")))
                .onErrorResume(this::notReceived);
    }

    private static Answer answer(Door door, Origin to, Reply reply) {
        return switch (reply) {
            case Reply.Silence() -> Answer.SUCCESS;
            case Reply.Text(String text) -> text.isBlank() ? Answer.SUCCESS : Answer.xml(door.seal(to, text));
        };
    }

    private Mono<Answer> notReceived(Throwable failure) {
        log.warn("a message could not be received: {}", failure.getClass().getName());
        return Mono.just(refuse(HttpStatus.SERVICE_UNAVAILABLE, "reception"));
    }

    private Answer refuse(HttpStatus status, String reason) {
        counters.refused(status.value(), reason);
        return Answer.refused(status);
    }
}
