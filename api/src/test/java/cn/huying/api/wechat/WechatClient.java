package cn.huying.api.wechat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Plays the platform against a running server: signs and encrypts what it posts, verifies and decrypts what is answered. */
public final class WechatClient implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;
    private final PlatformCodec codec;

    public WechatClient(String baseUrl, PlatformCodec codec) {
        this.baseUrl = baseUrl;
        this.codec = codec;
    }

    /** @param text the words inside the encrypted reply, empty when it is none */
    public record Answer(int status, String contentType, String body, String text, HttpResponse<byte[]> response) {}

    public PlatformCodec codec() {
        return codec;
    }

    public Answer send(MessageDocument document) {
        return post(codec.seal(document.xml()));
    }

    public Answer post(PlatformCodec.Post post) {
        return post(post.query(), post.body());
    }

    public Answer post(String query, byte[] body) {
        return exchange(
                request("/wechat/mp/" + DemoAccount.APP_ID + "?" + query).POST(BodyPublishers.ofByteArray(body)));
    }

    public Answer get(String path) {
        return exchange(request(path).GET());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(Duration.ofSeconds(20));
    }

    public Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            byte[] body = response.body();
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    new String(body, StandardCharsets.UTF_8),
                    codec.text(body).orElse(""),
                    response);
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
