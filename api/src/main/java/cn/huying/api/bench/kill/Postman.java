package cn.huying.api.bench.kill;

import cn.huying.api.bench.lab.BenchException;
import cn.huying.api.bench.lab.Child;
import cn.huying.api.bench.load.Platform;
import cn.huying.api.bench.load.Platform.Message;
import cn.huying.api.bench.load.Platform.Verdict;
import cn.huying.api.wechat.PlatformCodec;
import cn.huying.bot.request.RequestNumber;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Delivers as the platform does: five seconds for an answer, three tries in all, each with the same message. Blocks its thread. */
public final class Postman implements AutoCloseable {
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Platform platform;
    private final int port;
    private final Gate gate;

    public Postman(Platform platform, int port, Gate gate) {
        this.platform = platform;
        this.port = port;
        this.gate = gate;
    }

    /**
     * A message and what the platform knows of it.
     *
     * @param acknowledged some try was answered with 200
     * @param words the reply of that try, empty when it had none
     */
    public record Delivered(Message message, boolean acknowledged, String words, int tries) {
        /** The request number the resident was told, if any. */
        Optional<String> number() {
            return RequestNumber.find(words).map(RequestNumber::toString);
        }

        String described() {
            return "「" + message.text() + "」 after " + tries + " tries";
        }
    }

    public Delivered deliver(Message message) {
        for (int number = 1; number <= TRIES; number++) {
            gate.await();
            long from = System.nanoTime();
            switch (post(message)) {
                case Verdict.Replied(String document) -> {
                    return new Delivered(message, true, Platform.words(document), number);
                }
                case Verdict.Silent _ -> {
                    return new Delivered(message, true, "", number);
                }
                case Verdict.Wrong _ -> waitOut(from);
            }
        }
        return new Delivered(message, false, "", TRIES);
    }

    /** The platform tries again when the five seconds are over, also when the connection broke at once. */
    private static void waitOut(long from) {
        long left = PATIENCE.toMillis() - (System.nanoTime() - from) / 1_000_000;
        if (left > 0) {
            Child.pause(left);
        }
    }

    private Verdict post(Message message) {
        PlatformCodec.Post sealed = platform.seal(message);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + Platform.PATH + "?" + sealed.query()))
                .timeout(PATIENCE)
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofByteArray(sealed.body()))
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return platform.judge(message.openId(), response.statusCode(), response.body());
        } catch (IOException broken) {
            return new Verdict.Wrong("没有得到回答");
        } catch (InterruptedException e) {
            throw BenchException.interrupted(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
