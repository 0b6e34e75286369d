package cn.huying.api.simulator.fault;

import cn.huying.api.simulator.feed.Journal;
import cn.huying.api.simulator.feed.PlatformCall;
import cn.huying.api.simulator.town.Clerk;
import cn.huying.api.simulator.town.DemoOnly;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;

/** Stands before the platform's doors and lets happen what the switches say. */
@Component
@DemoOnly
public final class FaultFilter implements WebFilter {
    private static final Duration LATE = Duration.ofMillis(1_500);
    private static final int BUSY = -1;
    private static final int QUOTA = 45009;

    private final FaultSwitches switches;
    private final Journal journal;
    private final Clerk clerk;

    FaultFilter(FaultSwitches switches, Journal journal, Clerk clerk) {
        this.switches = switches;
        this.journal = journal;
        this.clerk = clerk;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        return FaultyHost.of(path)
                .map(host -> clerk.ask(() -> switches.meet(host))
                        .flatMap(fault -> happen(fault, host.asked(path), exchange, chain)))
                .orElseGet(() -> chain.filter(exchange));
    }

    private Mono<Void> happen(Fault fault, String asked, ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpResponse response = exchange.getResponse();
        return switch (fault) {
            case NONE -> chain.filter(exchange);
            case SLOW -> Mono.delay(LATE).then(chain.filter(exchange));
            case UNAVAILABLE ->
                note(asked, HttpStatus.BAD_GATEWAY.value(), "网关报错，没有办").then(badGateway(response));
            case BUSY -> note(asked, BUSY, "系统繁忙，没有办").then(refused(response, BUSY, "system error"));
            case QUOTA ->
                note(asked, QUOTA, "调用次数用完，没有办").then(refused(response, QUOTA, "reach max api daily quota limit"));
            case RESET -> note(asked, PlatformCall.CUT, "连接被切断，没有办").then(hangUp(response));
            case REPLY_LOST ->
                chain.filter(exchange.mutate().response(new Mute(response)).build())
                        .then(note(asked, PlatformCall.CUT, "已经办了，回复在路上丢了"))
                        .then(hangUp(response));
        };
    }

    private Mono<Void> note(String asked, int code, String what) {
        return clerk.ask(() -> {
                    journal.received("POST", asked, code, "故障开关：" + what, "");
                    return code;
                })
                .then();
    }

    private static Mono<Void> badGateway(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.BAD_GATEWAY);
        return write(response, MediaType.TEXT_HTML, "<html><body><h1>502 Bad Gateway</h1></body></html>");
    }

    private static Mono<Void> refused(ServerHttpResponse response, int code, String message) {
        String json = "{\"errcode\":" + code + ",\"errmsg\":\"" + message + "\"}";
        return write(response, MediaType.APPLICATION_JSON, json);
    }

    private static Mono<Void> write(ServerHttpResponse response, MediaType type, String body) {
        response.getHeaders().setContentType(type);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }

    /** Cuts the connection so that the other end sees it reset. */
    private static Mono<Void> hangUp(ServerHttpResponse response) {
        return Mono.create(sink -> {
            HttpServerResponse server = ServerHttpResponseDecorator.getNativeResponse(response);
            server.withConnection(connection -> {
                Channel channel = connection.channel();
                channel.config().setOption(ChannelOption.SO_LINGER, 0);
                channel.close().addListener(_ -> sink.success());
            });
        });
    }

    /** Swallows the answer. */
    private static final class Mute extends ServerHttpResponseDecorator {
        Mute(ServerHttpResponse response) {
            super(response);
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return Flux.from(body).doOnNext(DataBufferUtils::release).then();
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return Flux.from(body).concatMap(this::writeWith).then();
        }

        @Override
        public Mono<Void> setComplete() {
            return Mono.empty();
        }
    }
}
