package cn.huying.api.callback;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Reads a posted body within the bounds of what the platform sends: small, uncompressed, at once. */
public final class WebhookBody {
    public static final int MOST_BYTES = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** The body was not read. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final HttpStatus status;

        Refused(HttpStatus status) {
            super(status.toString(), null, false, false);
            this.status = status;
        }

        public HttpStatus status() {
            return status;
        }
    }

    private WebhookBody() {}

    /** Errors with {@link Refused}: 415 compressed, 413 over 64 KB, 408 when it drips in. An empty body is zero bytes. */
    public static Mono<byte[]> read(ServerHttpRequest request) {
        HttpHeaders headers = request.getHeaders();
        if (headers.getFirst(HttpHeaders.CONTENT_ENCODING) != null) {
            return Mono.error(new Refused(HttpStatus.UNSUPPORTED_MEDIA_TYPE));
        }
        if (headers.getContentLength() > MOST_BYTES) {
            return Mono.error(new Refused(HttpStatus.CONTENT_TOO_LARGE));
        }
        return DataBufferUtils.join(request.getBody(), MOST_BYTES)
                .timeout(PATIENCE)
                .map(WebhookBody::bytes)
                .defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, e -> new Refused(HttpStatus.CONTENT_TOO_LARGE))
                .onErrorMap(TimeoutException.class, e -> new Refused(HttpStatus.REQUEST_TIMEOUT));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
