package cn.huying.api.alert;

import cn.huying.api.alert.CapReader.Reading;
import cn.huying.bot.alert.Verdict.Reason;
import cn.huying.bot.broadcast.alert.AlertReceipt;
import cn.huying.bot.broadcast.alert.Alerts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code POST /api/alerts/cap}: who has the key may hand in alerts. Key first, then size, then content. */
@RestController
public final class AlertController {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(AlertController.class);

    private final Alerts alerts;
    private final ApiKey key;

    public AlertController(Alerts alerts, ApiKey key) {
        this.alerts = alerts;
        this.key = key;
    }

    @PostMapping("/api/alerts/cap")
    Mono<ResponseEntity<Object>> take(
            @RequestHeader(name = "X-API-Key", defaultValue = "") String shown, ServerHttpRequest request) {
        if (!key.fits(shown)) {
            return Mono.just(problem(HttpStatus.UNAUTHORIZED, "密钥不对", "请在 X-API-Key 里写上分配给您的密钥"));
        }
        return DataBufferUtils.join(request.getBody(), CapReader.MOST_BYTES)
                .map(AlertController::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(PATIENCE)
                .map(CapReader::read)
                .onErrorResume(
                        DataBufferLimitException.class,
                        large -> Mono.just(new Reading.Unreadable(Reason.OVERSIZED, "body")))
                .flatMap(this::answer)
                .onErrorResume(
                        TimeoutException.class,
                        slow -> Mono.just(problem(HttpStatus.REQUEST_TIMEOUT, "报文没有按时收完", "请重新发送")));
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private Mono<ResponseEntity<Object>> answer(Reading reading) {
        return switch (reading) {
            case Reading.Readable(var alert) ->
                alerts.take(alert).map(receipt -> {
                    LOG.info("alert {}: {}", alert, receipt.getClass().getSimpleName());
                    return answer(receipt);
                });
            case Reading.Unreadable(Reason reason, String detail) -> {
                LOG.warn("an alert is refused: {} {}", reason, detail);
                yield Mono.just(refused(reason, detail));
            }
        };
    }

    private static ResponseEntity<Object> answer(AlertReceipt receipt) {
        return switch (receipt) {
            case AlertReceipt.Drafted(var broadcast, int stopped) -> {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("result", "drafted");
                body.put("broadcast", broadcast.id().value());
                body.put("state", broadcast.state());
                body.put("stopped", stopped);
                yield ResponseEntity.status(HttpStatus.CREATED).body(body);
            }
            case AlertReceipt.Known(var broadcast) ->
                ResponseEntity.ok(
                        Map.of("result", "known", "broadcast", broadcast.id().value(), "state", broadcast.state()));
            case AlertReceipt.Lifted(int stopped, var allClear) -> {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("result", "lifted");
                body.put("stopped", stopped);
                allClear.ifPresent(draft -> body.put("broadcast", draft.value()));
                yield ResponseEntity.ok(body);
            }
            case AlertReceipt.Refused(Reason reason) -> refused(reason, "");
        };
    }

    private static ResponseEntity<Object> refused(Reason reason, String detail) {
        HttpStatus status =
                switch (reason) {
                    case MALFORMED -> HttpStatus.BAD_REQUEST;
                    case OVERSIZED -> HttpStatus.CONTENT_TOO_LARGE;
                    case UNKNOWN_SENDER -> HttpStatus.FORBIDDEN;
                    case NOT_ACTUAL, NOT_PUBLIC, STALE, FROM_THE_FUTURE, ENDLESS, NO_REFERENCE ->
                        HttpStatus.UNPROCESSABLE_CONTENT;
                };
        return problem(status, reason.words(), detail.isEmpty() ? reason.name() : reason + ": " + detail);
    }

    private static ResponseEntity<Object> problem(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
