package cn.huying.api.simulator;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** A callback that answers its n-th call as the test wants it, on a free port. */
public final class StubCallback implements AutoCloseable {
    public final List<String> received = new CopyOnWriteArrayList<>();
    private final DisposableServer server;

    /** What becomes of one call. */
    public sealed interface Behaviour {
        record Says(int status, String body) implements Behaviour {}

        record Hangs() implements Behaviour {}
    }

    /** @param behaviour by the number of the call, from 1 */
    public StubCallback(IntFunction<Behaviour> behaviour) {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString()
                        .flatMapMany(body -> {
                            received.add(PlainSide.unwrap(body));
                            return answer(response, behaviour.apply(received.size()));
                        }))
                .bindNow();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private static Publisher<Void> answer(HttpServerResponse response, Behaviour behaviour) {
        return switch (behaviour) {
            case Behaviour.Says says -> response.status(says.status()).sendString(Mono.just(says.body()));
            case Behaviour.Hangs _ -> Mono.never();
        };
    }
}
