package cn.huying.api.simulator.wire;

import cn.huying.api.simulator.feed.Journal;
import cn.huying.api.simulator.town.Clerk;
import cn.huying.api.simulator.town.DemoAccount;
import cn.huying.api.simulator.town.PlatformSide;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Timed;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * Delivers messages to the bot's callback as WeChat does: encrypted and signed, five seconds for an answer, three tries in all with
 * the same message. Never errors.
 */
public final class Callback implements AutoCloseable {
    public static final int TRIES = 3;
    private static final int CONNECTIONS = 32;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int HTTP_OK = 200;

    private final String path;
    private final PlatformSide side;
    private final Supplier<URI> bot;
    private final Journal journal;
    private final Duration patience;
    private final Clerk clerk;
    private final BiFunction<String, String, Optional<String>> reader;
    private final ConnectionProvider connections = ConnectionProvider.create("simulator", CONNECTIONS);
    private final HttpClient http = HttpClient.create(connections)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
            .headers(headers -> headers.set(HttpHeaderNames.CONTENT_TYPE, "text/xml")
                    .set(HttpHeaderNames.USER_AGENT, "Mozilla/4.0"));

    /**
     * @param bot where the bot listens, asked at each delivery because the port is known only after the start
     * @param patience how long to wait for one answer
     */
    public Callback(
            DemoAccount account,
            PlatformSide side,
            Supplier<URI> bot,
            Journal journal,
            Duration patience,
            Clerk clerk) {
        this("/wechat/mp/" + account.appId(), side, new ReplyXml()::words, bot, journal, patience, clerk);
    }

    /**
     * @param path where the receiver takes what is delivered
     * @param reader what a reply's document says to whom it is for; empty when it is for somebody else
     */
    public Callback(
            String path,
            PlatformSide side,
            BiFunction<String, String, Optional<String>> reader,
            Supplier<URI> bot,
            Journal journal,
            Duration patience,
            Clerk clerk) {
        this.path = path;
        this.reader = reader;
        this.side = side;
        this.bot = bot;
        this.journal = journal;
        this.patience = patience;
        this.clerk = clerk;
    }

    /** What the bot made of a delivered message. */
    public sealed interface Outcome {
        /** A passive reply whose signature is right. */
        record Replied(String words) implements Outcome {}

        /** {@code success}: nothing to show now. */
        record Silent() implements Outcome {}

        /** No answer in three tries, or one the platform cannot read. */
        record Faulty() implements Outcome {}
    }

    public Mono<Outcome> deliver(String openId, String messageXml) {
        return attempt(openId, messageXml, 1);
    }

    @Override
    public void close() {
        connections.dispose();
    }

    private Mono<Outcome> attempt(String openId, String messageXml, int number) {
        return Mono.defer(() -> post(side.seal(messageXml)))
                .timed()
                .publishOn(clerk.desk())
                .map(answer -> judge(openId, answer, number))
                .onErrorResume(failure -> clerk.ask(() -> {
                            note(0, reason(failure), number, "没有得到回答");
                            return number;
                        })
                        .flatMap(tried -> tried < TRIES
                                ? attempt(openId, messageXml, tried + 1)
                                : Mono.just(new Outcome.Faulty())));
    }

    private record Response(int status, String body, int sent) {}

    /** The bot answered, but not with 200. */
    private static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final int status;

        Rejected(int status) {
            super("HTTP " + status, null, false, false);
            this.status = status;
        }
    }

    private Mono<Response> post(PlatformSide.Sealed sealed) {
        String uri = bot.get() + path + "?" + sealed.query();
        int sent = sealed.body().getBytes(StandardCharsets.UTF_8).length;
        return http.post()
                .uri(uri)
                .send(ByteBufMono.fromString(Mono.just(sealed.body())))
                .responseSingle((response, body) -> accepted(response)
                        .then(body.asString(StandardCharsets.UTF_8).defaultIfEmpty(""))
                        .map(text -> new Response(response.status().code(), text, sent)))
                .timeout(patience);
    }

    private static Mono<Void> accepted(HttpClientResponse response) {
        int status = response.status().code();
        return status == HTTP_OK ? Mono.empty() : Mono.error(new Rejected(status));
    }

    private Outcome judge(String openId, Timed<Response> timed, int number) {
        Response answer = timed.get();
        Outcome outcome = read(openId, answer.body());
        String said =
                switch (outcome) {
                    case Outcome.Replied _ -> "密文回复，验签通过";
                    case Outcome.Silent _ -> "success，没有被动回复";
                    case Outcome.Faulty _ -> "回复无法验签或读取";
                };
        note(
                answer.status(),
                said,
                number,
                "密文 %d 字节发出，%d 字节收回，用时 %d 毫秒"
                        .formatted(
                                answer.sent(),
                                answer.body().getBytes(StandardCharsets.UTF_8).length,
                                timed.elapsed().toMillis()));
        return outcome;
    }

    private Outcome read(String openId, String body) {
        if (body.isEmpty() || body.equals("success")) {
            return new Outcome.Silent();
        }
        return side.open(body)
                .flatMap(xml -> reader.apply(xml, openId))
                .<Outcome>map(Outcome.Replied::new)
                .orElseGet(Outcome.Faulty::new);
    }

    private void note(int status, String message, int number, String detail) {
        journal.calledBack(path, status, message, "第 " + number + " 次推送，" + detail);
    }

    private static String reason(Throwable failure) {
        return failure instanceof Rejected rejected ? "HTTP " + rejected.status : "超时或连接失败";
    }
}
