package cn.huying.api.simulator.platform;

import cn.huying.api.simulator.feed.Mask;
import cn.huying.api.simulator.platform.FakeMassSends.Report;
import cn.huying.api.simulator.town.DemoOnly;
import cn.huying.api.simulator.wire.Callback;
import cn.huying.api.simulator.wire.MessageXml;
import cn.huying.knowledge.load.Characters;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The platform's door for mass sends. A moment after each one the platform reports to the bot how it went, as WeChat does. */
@RestController
@DemoOnly
public final class FakeMassPlatform {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final int SHOWN = 200;
    private static final Duration REPORTED_AFTER = Duration.ofMillis(800);
    private static final String ADMINISTRATOR = "oPlatformAdministrator000001";
    private static final Logger LOG = LoggerFactory.getLogger(FakeMassPlatform.class);

    private final FakeTokens tokens;
    private final FakeMassSends sends;
    private final Callback callback;
    private final MessageXml messages;
    private final Clock clock;
    private final Counter counter;

    FakeMassPlatform(
            FakeTokens tokens,
            FakeMassSends sends,
            Callback callback,
            MessageXml messages,
            Clock clock,
            Counter counter) {
        this.tokens = tokens;
        this.sends = sends;
        this.callback = callback;
        this.messages = messages;
        this.clock = clock;
        this.counter = counter;
    }

    /** Ten thousand openids are more than a usual body may be. */
    @PostMapping(
            path = FakePlatform.PREFIX + "/wechat/cgi-bin/message/mass/send",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, Object>> send(
            @RequestParam(name = "access_token", defaultValue = "") String token, ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), MOST_BYTES)
                .map(FakeMassPlatform::words)
                .defaultIfEmpty("")
                .flatMap(body -> counter.serve(() -> answer(token, counter.parse(body))));
    }

    private static String words(DataBuffer buffer) {
        String words = buffer.toString(StandardCharsets.UTF_8);
        DataBufferUtils.release(buffer);
        return words;
    }

    private Map<String, Object> answer(String token, Optional<ObjectNode> call) {
        Answer access = tokens.check(token);
        Answer answer = access.ok() ? call.map(this::carryOut).orElse(FakePlatform.BAD_JSON) : access;
        return counter.record(
                "POST",
                "/cgi-bin/message/mass/send?access_token=" + Mask.ends(token),
                answer,
                call.map(FakeMassPlatform::shown).orElse(""));
    }

    private Answer carryOut(JsonNode call) {
        List<String> to = new ArrayList<>();
        call.path("touser").forEach(openId -> to.add(openId.asString("")));
        String key = call.path("clientmsgid").asString("");
        FakeMassSends.Result result =
                sends.send(key, call.path("text").path("content").asString(""), to);
        Report report = result.report();
        if (report != null) {
            reportSoon(report);
        }
        return result.answer();
    }

    private void reportSoon(Report report) {
        String xml = messages.massSendFinished(
                ADMINISTRATOR, clock.instant(), report.msgId(), report.total(), report.filtered(), report.sent());
        Mono.delay(REPORTED_AFTER)
                .then(callback.deliver(ADMINISTRATOR, xml))
                .subscribe(done -> {}, error -> LOG.warn("the report of a mass send failed: {}", error.toString()));
    }

    private static String shown(JsonNode call) {
        return "clientmsgid %s，%d 人\n%s"
                .formatted(
                        Characters.shortened(call.path("clientmsgid").asString(""), SHOWN),
                        call.path("touser").size(),
                        Characters.shortened(call.path("text").path("content").asString(""), SHOWN));
    }
}
