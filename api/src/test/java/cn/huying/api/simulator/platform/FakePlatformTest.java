package cn.huying.api.simulator.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Demo;
import cn.huying.api.simulator.HandClock;
import cn.huying.api.simulator.feed.Feed;
import cn.huying.api.simulator.feed.GroupPost;
import cn.huying.api.simulator.feed.Journal;
import cn.huying.api.simulator.feed.Notebook;
import cn.huying.api.simulator.feed.PhoneEntry;
import cn.huying.api.simulator.feed.PlatformCall;
import cn.huying.api.simulator.feed.Timelines;
import cn.huying.api.simulator.town.Clerk;
import cn.huying.api.simulator.town.DemoResident;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

class FakePlatformTest {
    private static final String SEND = "/wechat/cgi-bin/message/custom/send";
    private static final String ROBOT = "/wecom/cgi-bin/webhook/send";

    private final HandClock clock = new HandClock();
    private final Feed feed = new Feed(clock);
    private final FakeFollowers followers = new FakeFollowers(DemoResident.all(), clock, Notebook.none());
    private final Timelines timelines = new Timelines(feed, clock, Notebook.none());
    private final Journal journal = new Journal(feed, clock);
    private final FakeRobots robots = new FakeRobots(new Demo.FourteenGrids(), feed, clock, Notebook.none());
    private final FakeWorkApp workApp =
            new FakeWorkApp(Demo.WORK_APP, feed, clock, new SplittableRandom(8), Notebook.none());
    private final Clerk clerk = new Clerk();
    private final Counter counter = new Counter(journal, JsonMapper.builder().build(), clerk);
    private final WebTestClient http = WebTestClient.bindToController(
                    new FakePlatform(
                            new FakeTokens(Demo.ACCOUNT, clock, new SplittableRandom(7)),
                            followers,
                            timelines,
                            counter),
                    new FakeWorkPlatform(robots, workApp, counter))
            .build();

    @AfterEach
    void stop() {
        clerk.close();
    }

    @Test
    void callsLeftAreToldToWhoeverHoldsAToken() {
        String path = "/wechat/cgi-bin/openapi/quota/get?access_token=";
        Map<String, Object> told = post(path + token(), "{\"cgi_path\":\"/cgi-bin/token\"}");
        assertThat(code(told)).isZero();
        assertThat(told.get("quota")).isEqualTo(Map.of("daily_limit", 2_000, "used", 0, "remain", 2_000));
        assertThat(code(post(path + "wrong", "{}"))).isEqualTo(40001);
    }

    @Test
    void templateMessageReachesThePhoneWithoutAnyAllowance() {
        String path = "/wechat/cgi-bin/message/template/send?access_token=" + token();
        assertThat(code(post(path, template(Demo.RESIDENT, "t-progress", "您的诉求已办结"))))
                .isZero();
        assertThat(timelines.of(Demo.RESIDENT))
                .singleElement()
                .matches(entry ->
                        entry.text().equals("您的诉求已办结") && entry.detail().equals("模板消息"));
        assertThat(code(post(path, template(Demo.STRANGER, "t-progress", "您好"))))
                .isEqualTo(43004);
        assertThat(code(post(path, template("oNobody0000000000000000", "t-progress", "您好"))))
                .isEqualTo(40003);
        assertThat(code(post(path, template(Demo.RESIDENT, "", "您好")))).isEqualTo(40037);
        assertThat(code(post(path, "{\"touser\":\"x\",\"template_id\":\"t\"}"))).isEqualTo(47003);
        assertThat(journal.last(1))
                .singleElement()
                .matches(call -> call.kind().equals(Optional.of(PlatformCall.Kind.TEMPLATE)));
    }

    private static String template(String openId, String id, String words) {
        return "{\"touser\":\"" + openId + "\",\"template_id\":\"" + id + "\",\"data\":{\"thing1\":{\"value\":\""
                + words + "\"}}}";
    }

    @Test
    void customMessageReachesThePhone() {
        followers.wrote(Demo.RESIDENT);
        assertThat(post(SEND + "?access_token=" + token(), custom(Demo.RESIDENT, "网格员已经签收")))
                .containsEntry("errcode", 0)
                .containsEntry("errmsg", "ok");
        assertThat(timelines.of(Demo.RESIDENT))
                .singleElement()
                .matches(entry ->
                        entry.source() == PhoneEntry.Source.PUSH && entry.text().equals("网格员已经签收"));
    }

    @Test
    void customMessageNeedsAValidToken() {
        String token = token();
        assertThat(code(post(SEND, custom(Demo.RESIDENT, "你好")))).isEqualTo(41001);
        assertThat(code(post(SEND + "?access_token=87_wrong", custom(Demo.RESIDENT, "你好"))))
                .isEqualTo(40001);
        clock.forward(Duration.ofHours(3));
        assertThat(code(post(SEND + "?access_token=" + token, custom(Demo.RESIDENT, "你好"))))
                .isEqualTo(42001);
    }

    @Test
    void customMessageObeysTheQuota() {
        followers.wrote(Demo.RESIDENT);
        String path = SEND + "?access_token=" + token();
        for (int i = 0; i < 5; i++) {
            assertThat(code(post(path, custom(Demo.RESIDENT, "第" + i)))).isZero();
        }
        assertThat(code(post(path, custom(Demo.RESIDENT, "第六")))).isEqualTo(45047);
        assertThat(code(post(path, custom(Demo.STRANGER, "你好")))).isEqualTo(43004);
        assertThat(code(post(path, custom("oNobody0000000000000000", "你好")))).isEqualTo(40003);
        assertThat(timelines.of(Demo.RESIDENT)).hasSize(5);
    }

    @Test
    void brokenCustomMessagesHaveTheirCodes() {
        followers.wrote(Demo.RESIDENT);
        String path = SEND + "?access_token=" + token();
        assertThat(code(post(path, "{"))).isEqualTo(47001);
        assertThat(code(post(path, "[]"))).isEqualTo(47001);
        assertThat(code(post(path, "{\"touser\":\"x\",\"msgtype\":\"gif\"}"))).isEqualTo(40008);
        assertThat(code(post(path, custom(Demo.RESIDENT, "")))).isEqualTo(44004);
        assertThat(code(post(path, custom(Demo.RESIDENT, "字".repeat(683))))).isEqualTo(45002);
    }

    @Test
    void stableTokenIsAskedForByPost() {
        Map<String, Object> first = post("/wechat/cgi-bin/stable_token", credentials());
        assertThat(post("/wechat/cgi-bin/stable_token", credentials()).get("access_token"))
                .isEqualTo(first.get("access_token"));
        assertThat(code(post("/wechat/cgi-bin/stable_token", "{\"appid\":\"wxother\"}")))
                .isEqualTo(40013);
        assertThat(code(post("/wechat/cgi-bin/stable_token", "no json"))).isEqualTo(47001);
    }

    @Test
    void robotPostsTextAndMarkdown() {
        String path = ROBOT + "?key=demo-robot-key-00000000-3";
        assertThat(code(post(path, "{\"msgtype\":\"text\",\"text\":{\"content\":\"你好\"}}")))
                .isZero();
        assertThat(code(post(path, "{\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"**你好**\"}}")))
                .isZero();
        assertThat(robots.of("grid-3"))
                .extracting(GroupPost::format)
                .containsExactly(GroupPost.Format.TEXT, GroupPost.Format.MARKDOWN);
    }

    @Test
    void robotRefusesWhatWeComRefuses() {
        assertThat(code(post(ROBOT + "?key=guess", "{\"msgtype\":\"text\",\"text\":{\"content\":\"你好\"}}")))
                .isEqualTo(93000);
        String path = ROBOT + "?key=demo-robot-key-00000000-3";
        assertThat(code(post(path, "{\"msgtype\":\"gif\"}"))).isEqualTo(40008);
        assertThat(code(post(path, "no json"))).isEqualTo(40035);
    }

    @Test
    void unknownPathsAreSeenToo() {
        assertThat(code(post("/wechat/cgi-bin/menu/create", "{}"))).isEqualTo(40066);
        assertThat(journal.last(1))
                .singleElement()
                .extracting(PlatformCall::path)
                .isEqualTo("/wechat/cgi-bin/menu/create");
    }

    @Test
    void journalShowsNoSecretTokenKeyOrOpenId() {
        followers.wrote(Demo.RESIDENT);
        String token = token();
        post("/wechat/cgi-bin/stable_token", credentials());
        post(SEND + "?access_token=" + token, custom(Demo.RESIDENT, "你好"));
        post(ROBOT + "?key=demo-robot-key-00000000-3", "{\"msgtype\":\"text\",\"text\":{\"content\":\"你好\"}}");
        assertThat(journal.last(10))
                .hasSize(4)
                .allSatisfy(call -> assertThat(call.toString())
                        .doesNotContain(Demo.ACCOUNT.secret())
                        .doesNotContain(token)
                        .doesNotContain("robot-key")
                        .doesNotContain(Demo.RESIDENT));
    }

    @Test
    void journalKeepsTheLastTwoThousand() {
        for (int i = 0; i < Journal.KEPT + 5; i++) {
            journal.received("POST", "/" + i, 0, "ok", "");
        }
        assertThat(journal.last(10_000))
                .hasSize(Journal.KEPT)
                .first()
                .extracting(PlatformCall::path)
                .isEqualTo("/5");
    }

    private String token() {
        Map<String, Object> answer = answer(http.get()
                .uri(
                        FakePlatform.PREFIX + "/wechat/cgi-bin/token?grant_type=client_credential&appid={a}&secret={s}",
                        Demo.ACCOUNT.appId(),
                        Demo.ACCOUNT.secret()));
        return String.valueOf(answer.get("access_token"));
    }

    private Map<String, Object> post(String path, String body) {
        return answer(http.post()
                .uri(FakePlatform.PREFIX + path)
                .contentType(new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8))
                .bodyValue(body));
    }

    private static Map<String, Object> answer(WebTestClient.RequestHeadersSpec<?> request) {
        return Objects.requireNonNull(request.exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody());
    }

    private static int code(Map<String, Object> answer) {
        return answer.get("errcode") instanceof Integer code ? code : 0;
    }

    private static String custom(String openId, String words) {
        return "{\"touser\":\"" + openId + "\",\"msgtype\":\"text\",\"text\":{\"content\":\"" + words + "\"}}";
    }

    private static String credentials() {
        return "{\"grant_type\":\"client_credential\",\"appid\":\"" + Demo.ACCOUNT.appId() + "\",\"secret\":\""
                + Demo.ACCOUNT.secret() + "\"}";
    }
}
