package cn.huying.api.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.wechat.EchoDoor;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

class GeneratorTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Platform platform = new Platform(Clock.systemUTC());
    private final EchoDoor door = new EchoDoor(Platform.ACCOUNT, Clock.systemUTC());
    private final Set<String> bodies = ConcurrentHashMap.newKeySet();
    private final AtomicInteger received = new AtomicInteger();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();
    private volatile Behaviour behaviour = Behaviour.ECHO;

    private enum Behaviour {
        ECHO,
        SUCCESS,
        UNAVAILABLE,
        REPLY_TO_SOMEBODY_ELSE,
        CLOSE
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        String query = request.uri().substring(request.uri().indexOf('?') + 1);
        return request.receive().aggregate().asByteArray().flatMap(body -> {
            bodies.add(java.util.Arrays.toString(body));
            received.incrementAndGet();
            return switch (behaviour) {
                case ECHO -> sent(response, door.echo(query, body).orElseThrow());
                case SUCCESS -> sent(response, new byte[] {'s', 'u', 'c', 'c', 'e', 's', 's'});
                case UNAVAILABLE ->
                    response.status(503).header("Content-Length", "0").send().then();
                case REPLY_TO_SOMEBODY_ELSE ->
                    sent(response, reply(platform.message(Platform.openId("other", 1), "你好")));
                case CLOSE -> Mono.<Void>fromRunnable(() -> response.withConnection(Connection::dispose));
            };
        });
    }

    private byte[] reply(Platform.Message message) {
        var post = platform.seal(message);
        return door.echo(post.query(), post.body()).orElseThrow();
    }

    private static Mono<Void> sent(HttpServerResponse response, byte[] body) {
        return response.header("Content-Length", Integer.toString(body.length))
                .sendByteArray(Mono.just(body))
                .then();
    }

    private Generator.Tally send(int connections, int messages, Pace pace) throws IOException {
        Random random = new Random(3);
        Supplier<Platform.Message> talk =
                () -> platform.message(Platform.openId("test", random.nextInt(50)), "电梯又坏了" + random.nextInt());
        try (Generator generator =
                new Generator(server.port(), connections, Letters.fresh(platform, talk, server.port()))) {
            return generator.run(pace, LONG, messages, answered -> {});
        }
    }

    @Test
    void shouldSendEachMessageOnceAndOpenEveryReply() throws IOException {
        Generator.Tally tally = send(8, 500, Pace.whenAnswered());

        assertThat(tally.answered()).isEqualTo(500);
        assertThat(tally.failed()).as("%s", tally.errors()).isZero();
        assertThat(tally.silent()).isZero();
        assertThat(bodies).hasSize(500);
        assertThat(tally.perSecond()).isPositive();
    }

    @Test
    void shouldSendAtThePaceOfArrivals() throws IOException {
        Generator.Tally tally = send(4, 200, Pace.arrivals(2_000, new Random(5)));

        assertThat(tally.answered()).isEqualTo(200);
        assertThat(tally.failed()).isZero();
    }

    @Test
    void shouldCountWhatIsOnlyAcknowledged() throws IOException {
        behaviour = Behaviour.SUCCESS;

        assertThat(send(4, 20, Pace.whenAnswered()).silent()).isEqualTo(20);
    }

    @Test
    void shouldCountAnotherStatusAsAnError() throws IOException {
        behaviour = Behaviour.UNAVAILABLE;

        assertThat(send(4, 20, Pace.whenAnswered()).errors()).containsEntry("HTTP 503", 20);
    }

    @Test
    void shouldCountAReplyToAnotherResidentAsAnError() throws IOException {
        behaviour = Behaviour.REPLY_TO_SOMEBODY_ELSE;

        assertThat(send(4, 20, Pace.whenAnswered()).failed()).isEqualTo(20);
    }

    @Test
    void shouldCountABrokenConnectionAndGoOnWithANewOne() throws IOException {
        behaviour = Behaviour.CLOSE;

        Generator.Tally tally = send(2, 10, Pace.whenAnswered());

        assertThat(tally.failed()).isEqualTo(10);
        assertThat(received).hasValue(10);
    }

    @Test
    void recycledLettersShouldBeOpenedNowAndThenAndCheckedAlways() {
        Letters letters = Letters.recycled(platform, () -> platform.message(Platform.openId("test", 1), "你好"), 80);
        Letters.Letter letter = letters.next();

        assertThat(letters.judge(letter, 503, new byte[0])).isInstanceOf(Platform.Verdict.Wrong.class);
        assertThat(java.util.stream.IntStream.range(0, 100)
                        .mapToObj(i -> letters.judge(letter, 200, new byte[] {'x'}))
                        .filter(Platform.Verdict.Wrong.class::isInstance)
                        .count())
                .isBetween(1L, 10L);
    }
}
