package cn.huying.api.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Demo;
import cn.huying.api.simulator.feed.GroupPost;
import cn.huying.api.simulator.feed.PlatformCall;
import cn.huying.api.simulator.platform.FakePlatform;
import cn.huying.api.simulator.platform.FakeRobots;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FaultFilterTest {
    private static final String ROBOT =
            FakePlatform.PREFIX + "/wecom/cgi-bin/webhook/send?key=demo-robot-key-00000000-3";
    private static final String WORDS = "{\"msgtype\":\"text\",\"text\":{\"content\":\"你好\"}}";
    private static Demo demo;
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        demo = Demo.start();
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @BeforeEach
    void reset() throws Exception {
        send("DELETE", "/simulator/api/faults", "");
    }

    @Test
    void everythingIsWellAtFirst() throws Exception {
        assertThat(post().body()).contains("\"errcode\":0");
        assertThat(faults()).isEqualTo("WECHAT NONE 0, WECOM NONE 0");
    }

    @Test
    void unavailableHostAnswersWithAPageAndDoesNothing() throws Exception {
        int before = posts().size();
        turn("UNAVAILABLE");

        HttpResponse<String> answer = post();

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("<h1>502");
        assertThat(posts()).hasSize(before);
        assertThat(faults()).isEqualTo("WECHAT NONE 0, WECOM UNAVAILABLE 1");
    }

    @Test
    void busyAndSpentHostsSayTheirCodesAndDoNothing() throws Exception {
        int before = posts().size();
        turn("BUSY");
        assertThat(post().body()).contains("\"errcode\":-1");
        turn("QUOTA");
        assertThat(post().body()).contains("\"errcode\":45009");
        assertThat(posts()).hasSize(before);
    }

    @Test
    void slowHostDoesItAfterAWhile() throws Exception {
        int before = posts().size();
        turn("SLOW");
        assertThat(post().body()).contains("\"errcode\":0");
        assertThat(posts()).hasSize(before + 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET", "REPLY_LOST"})
    void brokenConnectionIsSeenAsSuchAndTheEffectIsThereOrNot(Fault fault) throws Exception {
        int before = posts().size();
        turn(fault.name());

        Assertions.assertThatThrownBy(this::post).isInstanceOf(IOException.class);

        assertThat(posts()).hasSize(before + (fault == Fault.REPLY_LOST ? 1 : 0));
        JsonNode last = lastCall();
        assertThat(last.path("code").asInt(0)).isEqualTo(PlatformCall.CUT);
        assertThat(last.path("message").asString("")).contains(fault == Fault.REPLY_LOST ? "已经办了" : "没有办");
        assertThat(last.path("fine").asBoolean(true)).isFalse();
    }

    @Test
    void otherHostTokensAndThePageItselfStayWell() throws Exception {
        turn("RESET");
        assertThat(send("POST", FakePlatform.PREFIX + "/wechat/cgi-bin/message/custom/send", "{}")
                        .body())
                .contains("41001");
        assertThat(send("GET", FakePlatform.PREFIX + "/wecom/cgi-bin/gettoken?corpid=x&corpsecret=y", "")
                        .body())
                .contains("40013");
        assertThat(send("GET", "/simulator", "").statusCode()).isEqualTo(200);
    }

    @Test
    void unknownSwitchesAreRefused() throws Exception {
        assertThat(send("PUT", "/simulator/api/faults/WECOM", "{\"fault\":\"FIRE\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("PUT", "/simulator/api/faults/ALIPAY", "{\"fault\":\"SLOW\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> post() throws IOException, InterruptedException {
        return send("POST", ROBOT, WORDS);
    }

    private void turn(String fault) throws IOException, InterruptedException {
        assertThat(send("PUT", "/simulator/api/faults/WECOM", "{\"fault\":\"" + fault + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private String faults() throws IOException, InterruptedException {
        StringBuilder faults = new StringBuilder();
        JsonMapper.shared()
                .readTree(send("GET", "/simulator/api/faults", "").body())
                .forEach(one -> faults.append(faults.isEmpty() ? "" : ", ")
                        .append(one.path("host").asString(""))
                        .append(' ')
                        .append(one.path("fault").asString(""))
                        .append(' ')
                        .append(one.path("met").asInt(0)));
        return faults.toString();
    }

    private JsonNode lastCall() throws IOException, InterruptedException {
        JsonNode calls = JsonMapper.shared()
                .readTree(send("GET", "/simulator/api/state", "").body())
                .path("calls");
        return calls.get(calls.size() - 1);
    }

    private static List<GroupPost> posts() {
        return demo.bean(FakeRobots.class).of("grid-3");
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(demo.base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}
