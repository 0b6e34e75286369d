package cn.huying.api.bench;

import cn.huying.api.bench.load.Platform;
import cn.huying.api.wechat.EchoDoor;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** The yardstick: nothing but Reactor Netty and the callback's own codec. */
@Command(name = "bare-server", hidden = true, description = "只验签、解密、原样回复、加密的空服务")
final class BareServer implements Callable<Integer> {
    private static final int FORBIDDEN = 403;

    private final EchoDoor door = new EchoDoor(Platform.ACCOUNT, Clock.systemUTC());

    @Option(names = "--port", required = true)
    private int port;

    @Override
    public Integer call() {
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .handle(this::answer)
                .bindNow();
        server.onDispose().block();
        return 0;
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        String uri = request.uri();
        int question = uri.indexOf('?');
        String query = question < 0 ? "" : uri.substring(question + 1);
        return request.receive()
                .aggregate()
                .asByteArray()
                .defaultIfEmpty(new byte[0])
                .flatMap(body -> door.echo(query, body)
                        .map(echo -> sent(response, echo))
                        .orElseGet(() -> response.status(FORBIDDEN).send().then()));
    }

    private static Mono<Void> sent(HttpServerResponse response, byte[] echo) {
        return response.header("Content-Type", "application/xml")
                .header("Content-Length", Integer.toString(echo.length))
                .sendByteArray(Mono.just(echo))
                .then();
    }
}
