package cn.huying.api.simulator;

import cn.huying.api.simulator.GroupPost.Format;
import cn.huying.api.simulator.PhoneEntry.Kind;
import cn.huying.api.simulator.PhoneEntry.Source;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The hosts of WeChat and WeCom, as far as the demo calls them. Answers 200 with an errcode, and writes every call into the journal. */
@RestController
@DemoOnly
@RequestMapping(path = FakePlatform.PREFIX, produces = MediaType.APPLICATION_JSON_VALUE)
final class FakePlatform {
    static final String PREFIX = "/simulator/platform";
    private static final int LONGEST_PATH = 120;
    private static final int LONGEST_TEXT = 2_048;
    private static final int LONGEST_DETAIL = 1_200;
    private static final Answer BAD_JSON = Answer.error(47001, "data format error");

    private final FakeTokens tokens;
    private final FakeFollowers followers;
    private final FakeRobots robots;
    private final FakeWorkApp workApp;
    private final Timelines timelines;
    private final Journal journal;
    private final JsonMapper json;

    FakePlatform(
            FakeTokens tokens,
            FakeFollowers followers,
            FakeRobots robots,
            FakeWorkApp workApp,
            Timelines timelines,
            Journal journal,
            JsonMapper json) {
        this.tokens = tokens;
        this.followers = followers;
        this.robots = robots;
        this.workApp = workApp;
        this.timelines = timelines;
        this.journal = journal;
        this.json = json;
    }

    @GetMapping("/wechat/cgi-bin/token")
    Map<String, Object> token(
            @RequestParam(defaultValue = "") String appid, @RequestParam(defaultValue = "") String secret) {
        Answer answer = tokens.rotate(appid, secret);
        String path = "/cgi-bin/token?grant_type=client_credential&appid=" + appid + "&secret=•••";
        return record("GET", path, answer, "");
    }

    @PostMapping("/wechat/cgi-bin/stable_token")
    Map<String, Object> stableToken(@RequestBody(required = false) String body) {
        Optional<ObjectNode> call = parse(body);
        Answer answer = call.map(node -> tokens.stable(
                        text(node, "appid"),
                        text(node, "secret"),
                        node.path("force_refresh").asBoolean(false)))
                .orElse(BAD_JSON);
        return record("POST", "/cgi-bin/stable_token", answer, shown(call));
    }

    @PostMapping("/wechat/cgi-bin/message/custom/send")
    Map<String, Object> customSend(
            @RequestParam(name = "access_token", defaultValue = "") String token,
            @RequestBody(required = false) String body) {
        Optional<ObjectNode> call = parse(body);
        Answer access = tokens.check(token);
        Answer answer = access.ok() ? call.map(this::deliver).orElse(BAD_JSON) : access;
        String path = "/cgi-bin/message/custom/send?access_token=" + Mask.ends(token);
        return record("POST", path, answer, shown(call));
    }

    @PostMapping("/wecom/cgi-bin/webhook/send")
    Map<String, Object> robotSend(
            @RequestParam(defaultValue = "") String key, @RequestBody(required = false) String body) {
        Optional<ObjectNode> call = parse(body);
        Answer answer =
                call.map(node -> post(key, node)).orElse(Answer.error(40035, "invalid parameter: not a JSON object"));
        return record("POST", "/cgi-bin/webhook/send?key=" + Mask.ends(key), answer, shown(call));
    }

    @GetMapping("/wecom/cgi-bin/gettoken")
    Map<String, Object> appToken(
            @RequestParam(defaultValue = "") String corpid, @RequestParam(defaultValue = "") String corpsecret) {
        Answer answer = workApp.token(corpid, corpsecret);
        return record("GET", "/cgi-bin/gettoken?corpid=" + corpid + "&corpsecret=•••", answer, "");
    }

    @PostMapping("/wecom/cgi-bin/message/send")
    Map<String, Object> appSend(
            @RequestParam(name = "access_token", defaultValue = "") String token,
            @RequestBody(required = false) String body) {
        return appCall("/cgi-bin/message/send", token, body, workApp::send);
    }

    @PostMapping("/wecom/cgi-bin/message/update_template_card")
    Map<String, Object> appUpdate(
            @RequestParam(name = "access_token", defaultValue = "") String token,
            @RequestBody(required = false) String body) {
        return appCall("/cgi-bin/message/update_template_card", token, body, workApp::update);
    }

    private Map<String, Object> appCall(
            String path, String token, @Nullable String body, Function<JsonNode, Answer> call) {
        Optional<ObjectNode> json = parse(body);
        Answer access = workApp.check(token);
        Answer answer = access.ok() ? json.map(call).orElse(BAD_JSON) : access;
        return record("POST", path + "?access_token=" + Mask.ends(token), answer, shown(json));
    }

    /** Whatever else the platform offers is not simulated; the call is seen all the same. */
    @RequestMapping({"/wechat/**", "/wecom/**"})
    Map<String, Object> unknown(ServerHttpRequest request) {
        String path = request.getPath().pathWithinApplication().value();
        String shown = Mask.shortened(path.substring(PREFIX.length()), LONGEST_PATH);
        return record(request.getMethod().name(), shown, Answer.error(40066, "invalid url"), "");
    }

    private Answer deliver(JsonNode call) {
        String content = call.path("text").path("content").asString("");
        if (!text(call, "msgtype").equals("text")) {
            return Answer.error(40008, "invalid message type");
        }
        if (content.isEmpty()) {
            return Answer.error(44004, "empty content");
        }
        if (content.getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT) {
            return Answer.error(45002, "content size out of limit");
        }
        String openId = text(call, "touser");
        Answer allowed = followers.take(openId);
        if (allowed.ok()) {
            timelines.add(openId, Source.PUSH, Kind.TEXT, content, "");
        }
        return allowed;
    }

    private Answer post(String key, JsonNode call) {
        String type = text(call, "msgtype");
        String content = call.path(type).path("content").asString("");
        return switch (type) {
            case "text" -> robots.post(key, Format.TEXT, content);
            case "markdown", "markdown_v2" -> robots.post(key, Format.MARKDOWN, content);
            default -> Answer.error(40008, "invalid message type");
        };
    }

    private Map<String, Object> record(String method, String path, Answer answer, String detail) {
        journal.received(method, path, answer, detail);
        return answer.body();
    }

    private Optional<ObjectNode> parse(@Nullable String body) {
        try {
            return body != null && json.readTree(body) instanceof ObjectNode node
                    ? Optional.of(node)
                    : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static String shown(Optional<ObjectNode> call) {
        if (call.isEmpty()) {
            return "";
        }
        ObjectNode node = call.get();
        if (node.has("secret")) {
            node.put("secret", "•••");
        }
        if (node.has("response_code")) {
            node.put("response_code", Mask.ends(text(node, "response_code")));
        }
        if (node.has("touser") && !node.has("agentid")) {
            node.put("touser", Mask.ends(text(node, "touser")));
        }
        return Mask.shortened(node.toPrettyString(), LONGEST_DETAIL);
    }
}
