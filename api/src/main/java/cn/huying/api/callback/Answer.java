package cn.huying.api.callback;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import reactor.core.publisher.Mono;

/** What goes back to the platform. Refusals carry a status and nothing else. */
public record Answer(HttpStatus status, MediaType type, byte[] body) {
    /** Stops the platform's retries; nothing is shown to the resident. */
    public static final Answer SUCCESS = text("success");

    public static Answer text(String body) {
        return new Answer(HttpStatus.OK, MediaType.TEXT_PLAIN, body.getBytes(StandardCharsets.UTF_8));
    }

    public static Answer xml(byte[] body) {
        return new Answer(HttpStatus.OK, MediaType.APPLICATION_XML, body);
    }

    public static Answer refused(HttpStatus status) {
        return new Answer(status, MediaType.TEXT_PLAIN, new byte[0]);
    }

    public Mono<Void> writeTo(ServerHttpResponse response) {
        response.setStatusCode(status);
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(type);
        headers.setContentLength(body.length);
        headers.set("X-Content-Type-Options", "nosniff");
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
