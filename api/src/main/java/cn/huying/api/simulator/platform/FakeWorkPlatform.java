package cn.huying.api.simulator.platform;

import cn.huying.api.simulator.feed.GroupPost.Format;
import cn.huying.api.simulator.feed.Mask;
import cn.huying.api.simulator.town.DemoOnly;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The host of WeCom, as far as the demo calls it: the robots of the grids' groups, and the application's cards. */
@RestController
@DemoOnly
@RequestMapping(path = FakePlatform.PREFIX, produces = MediaType.APPLICATION_JSON_VALUE)
public final class FakeWorkPlatform {
    private final FakeRobots robots;
    private final FakeWorkApp workApp;
    private final Counter counter;

    FakeWorkPlatform(FakeRobots robots, FakeWorkApp workApp, Counter counter) {
        this.robots = robots;
        this.workApp = workApp;
        this.counter = counter;
    }

    @PostMapping("/wecom/cgi-bin/webhook/send")
    Mono<Map<String, Object>> robotSend(
            @RequestParam(defaultValue = "") String key, @RequestBody(required = false) String body) {
        return counter.serve(() -> {
            Optional<ObjectNode> call = counter.parse(body);
            Answer answer = call.map(node -> post(key, node))
                    .orElse(Answer.error(40035, "invalid parameter: not a JSON object"));
            return counter.record("POST", "/cgi-bin/webhook/send?key=" + Mask.ends(key), answer, Counter.shown(call));
        });
    }

    @GetMapping("/wecom/cgi-bin/gettoken")
    Mono<Map<String, Object>> appToken(
            @RequestParam(defaultValue = "") String corpid, @RequestParam(defaultValue = "") String corpsecret) {
        return counter.serve(() -> {
            Answer answer = workApp.token(corpid, corpsecret);
            return counter.record("GET", "/cgi-bin/gettoken?corpid=" + corpid + "&corpsecret=•••", answer, "");
        });
    }

    @PostMapping("/wecom/cgi-bin/message/send")
    Mono<Map<String, Object>> appSend(
            @RequestParam(name = "access_token", defaultValue = "") String token,
            @RequestBody(required = false) String body) {
        return appCall("/cgi-bin/message/send", token, body, workApp::send);
    }

    @PostMapping("/wecom/cgi-bin/message/update_template_card")
    Mono<Map<String, Object>> appUpdate(
            @RequestParam(name = "access_token", defaultValue = "") String token,
            @RequestBody(required = false) String body) {
        return appCall("/cgi-bin/message/update_template_card", token, body, workApp::update);
    }

    private Mono<Map<String, Object>> appCall(
            String path, String token, @Nullable String body, Function<JsonNode, Answer> call) {
        return counter.serve(() -> {
            Optional<ObjectNode> json = counter.parse(body);
            Answer access = workApp.check(token);
            Answer answer = access.ok() ? json.map(call).orElse(FakePlatform.BAD_JSON) : access;
            return counter.record("POST", path + "?access_token=" + Mask.ends(token), answer, Counter.shown(json));
        });
    }

    private Answer post(String key, JsonNode call) {
        String type = Counter.text(call, "msgtype");
        String content = call.path(type).path("content").asString("");
        return switch (type) {
            case "text" -> robots.post(key, Format.TEXT, content);
            case "markdown", "markdown_v2" -> robots.post(key, Format.MARKDOWN, content);
            default -> Answer.error(40008, "invalid message type");
        };
    }
}
