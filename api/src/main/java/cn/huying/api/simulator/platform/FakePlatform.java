package cn.huying.api.simulator.platform;

import cn.huying.api.simulator.feed.Mask;
import cn.huying.api.simulator.feed.PhoneEntry.Kind;
import cn.huying.api.simulator.feed.PhoneEntry.Source;
import cn.huying.api.simulator.feed.Timelines;
import cn.huying.api.simulator.town.DemoOnly;
import cn.huying.knowledge.load.Characters;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The host of WeChat, as far as the demo calls it. Answers 200 with an errcode, and writes every call into the journal. Mass sends have a door
 * of their own.
 */
@RestController
@DemoOnly
@RequestMapping(path = FakePlatform.PREFIX, produces = MediaType.APPLICATION_JSON_VALUE)
public final class FakePlatform {
    public static final String PREFIX = "/simulator/platform";
    private static final int LONGEST_PATH = 120;
    private static final int LONGEST_TEXT = 2_048;
    private static final int DAILY = 2_000;
    private static final String QUOTA = "/cgi-bin/openapi/quota/get";
    private static final Answer UNUSED = new Answer(
            0,
            "ok",
            Map.of("errcode", 0, "errmsg", "ok", "quota", Map.of("daily_limit", DAILY, "used", 0, "remain", DAILY)));
    static final Answer BAD_JSON = Answer.error(47001, "data format error");

    private final FakeTokens tokens;
    private final FakeFollowers followers;
    private final Timelines timelines;
    private final Counter counter;

    FakePlatform(FakeTokens tokens, FakeFollowers followers, Timelines timelines, Counter counter) {
        this.tokens = tokens;
        this.followers = followers;
        this.timelines = timelines;
        this.counter = counter;
    }

    @GetMapping("/wechat/cgi-bin/token")
    Mono<Map<String, Object>> token(
            @RequestParam(defaultValue = "") String appid, @RequestParam(defaultValue = "") String secret) {
        return counter.serve(() -> {
            Answer answer = tokens.rotate(appid, secret);
            String path = "/cgi-bin/token?grant_type=client_credential&appid=" + appid + "&secret=•••";
            return counter.record("GET", path, answer, "");
        });
    }

    @PostMapping("/wechat/cgi-bin/stable_token")
    Mono<Map<String, Object>> stableToken(@RequestBody(required = false) String body) {
        return counter.serve(() -> {
            Optional<ObjectNode> call = counter.parse(body);
            Answer answer = call.map(node -> tokens.stable(
                            Counter.text(node, "appid"),
                            Counter.text(node, "secret"),
                            node.path("force_refresh").asBoolean(false)))
                    .orElse(BAD_JSON);
            return counter.record("POST", "/cgi-bin/stable_token", answer, Counter.shown(call));
        });
    }

    @PostMapping("/wechat/cgi-bin/message/custom/send")
    Mono<Map<String, Object>> customSend(
            @RequestParam(name = "access_token", defaultValue = "") String token,
            @RequestBody(required = false) String body) {
        return posted("/cgi-bin/message/custom/send", token, body, this::deliver);
    }

    /** To one resident, in the fixed form of a template the platform approved; needs no allowance. */
    @PostMapping("/wechat/cgi-bin/message/template/send")
    Mono<Map<String, Object>> templateSend(
            @RequestParam(name = "access_token", defaultValue = "") String token,
            @RequestBody(required = false) String body) {
        return posted("/cgi-bin/message/template/send", token, body, this::fillIn);
    }

    /** How many calls of a path are left today: nobody uses them up in a demo. */
    @PostMapping("/wechat" + QUOTA)
    Mono<Map<String, Object>> quota(@RequestParam(name = "access_token", defaultValue = "") String token) {
        return counter.serve(() -> {
            Answer access = tokens.check(token);
            return counter.record(
                    "POST", QUOTA + "?access_token=" + Mask.ends(token), access.ok() ? UNUSED : access, "");
        });
    }

    /** A call with a body that a token opens the door for. */
    private Mono<Map<String, Object>> posted(
            String path, String token, @Nullable String body, Function<ObjectNode, Answer> how) {
        return counter.serve(() -> {
            Optional<ObjectNode> call = counter.parse(body);
            Answer access = tokens.check(token);
            Answer answer = access.ok() ? call.map(how).orElse(BAD_JSON) : access;
            return counter.record("POST", path + "?access_token=" + Mask.ends(token), answer, Counter.shown(call));
        });
    }

    /** Whatever else the platform offers is not simulated; the call is seen all the same. */
    @RequestMapping({"/wechat/**", "/wecom/**"})
    Mono<Map<String, Object>> unknown(ServerHttpRequest request) {
        return counter.serve(() -> {
            String path = request.getPath().pathWithinApplication().value();
            String shown = Characters.shortened(path.substring(PREFIX.length()), LONGEST_PATH);
            return counter.record(request.getMethod().name(), shown, Answer.error(40066, "invalid url"), "");
        });
    }

    private Answer deliver(JsonNode call) {
        String content = call.path("text").path("content").asString("");
        if (!Counter.text(call, "msgtype").equals("text")) {
            return Answer.error(40008, "invalid message type");
        }
        if (content.isEmpty()) {
            return Answer.error(44004, "empty content");
        }
        if (content.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT) {
            return Answer.error(45002, "content size out of limit");
        }
        String openId = Counter.text(call, "touser");
        Answer allowed = followers.take(openId);
        if (allowed.ok()) {
            timelines.add(openId, Source.PUSH, Kind.TEXT, content, "");
        }
        return allowed;
    }

    private Answer fillIn(JsonNode call) {
        String openId = Counter.text(call, "touser");
        if (Counter.text(call, "template_id").isEmpty()) {
            return Answer.error(40037, "invalid template_id");
        }
        if (call.path("data").isEmpty()) {
            return Answer.error(47003, "argument invalid! data is empty");
        }
        if (!followers.known(openId)) {
            return Answer.error(40003, "invalid openid");
        }
        if (!followers.following(openId)) {
            return Answer.error(43004, "require subscribe");
        }
        String words = call.path("data")
                .valueStream()
                .map(field -> field.path("value").asString(""))
                .collect(Collectors.joining("\n"));
        long id = timelines.add(openId, Source.PUSH, Kind.TEXT, words, "模板消息").id();
        return new Answer(0, "ok", Map.of("errcode", 0, "errmsg", "ok", "msgid", id));
    }
}
