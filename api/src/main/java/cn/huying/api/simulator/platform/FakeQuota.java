package cn.huying.api.simulator.platform;

import cn.huying.api.simulator.feed.Journal;
import cn.huying.api.simulator.feed.Mask;
import cn.huying.api.simulator.town.DemoOnly;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How many calls of a path are left today: nobody uses them up in a demo. */
@RestController
@DemoOnly
public final class FakeQuota {
    private static final String PATH = "/cgi-bin/openapi/quota/get";
    private static final int DAILY = 2_000;

    private final FakeTokens tokens;
    private final Journal journal;

    FakeQuota(FakeTokens tokens, Journal journal) {
        this.tokens = tokens;
        this.journal = journal;
    }

    @PostMapping(path = FakePlatform.PREFIX + "/wechat" + PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> quota(@RequestParam(name = "access_token", defaultValue = "") String token) {
        Answer access = tokens.check(token);
        Answer answer = access.ok() ? left() : access;
        journal.received("POST", PATH + "?access_token=" + Mask.ends(token), answer.code(), answer.message(), "");
        return answer.body();
    }

    private static Answer left() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errcode", 0);
        body.put("errmsg", "ok");
        body.put("quota", Map.of("daily_limit", DAILY, "used", 0, "remain", DAILY));
        return new Answer(0, "ok", body);
    }
}
