package cn.huying.api.wecom;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.api.delivery.Attempts;
import cn.huying.api.delivery.BaseUrl;
import cn.huying.api.delivery.PlatformHttp;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.grid.GridId;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WecomGroupRobotTest {
    private static final String SEND = "/cgi-bin/webhook/send";
    private static final GridId GRID = new GridId("xf-1");
    private static final String KEY = "693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa";
    private static final WireMockServer PLATFORM =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private static final Attempts ATTEMPTS = new Attempts();

    @BeforeAll
    static void start() {
        PLATFORM.start();
    }

    @AfterAll
    static void stop() {
        PLATFORM.stop();
        ATTEMPTS.close();
    }

    @BeforeEach
    void answerWell() {
        PLATFORM.resetAll();
        answers(okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
    }

    @Test
    void aPostShouldGoToTheGridsGroupAsMarkdown() {
        assertThat(post("**新诉求** HY20261121-0042 <font color=\"warning\">紧急</font>"))
                .isEqualTo(new DeliveryResult.Delivered(""));

        PLATFORM.verify(
                postRequestedFor(urlPathEqualTo(SEND))
                        .withQueryParam("key", equalTo(KEY))
                        .withRequestBody(
                                equalToJson(
                                        "{\"msgtype\":\"markdown\",\"markdown\":{\"content\":\"**新诉求** HY20261121-0042 <font color=\\\"warning\\\">紧急</font>\"}}")));
    }

    @Test
    void aGridWithoutARobotShouldBeRefusedWithoutACall() {
        assertThat(robot(PLATFORM.baseUrl()).post(new GridId("elsewhere"), "x").block())
                .isEqualTo(new DeliveryResult.Refused(0));
        PLATFORM.verify(0, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void aPostTooLongShouldBeCut() {
        post("呼".repeat(2_000));

        PLATFORM.verify(postRequestedFor(urlPathEqualTo(SEND))
                .withRequestBody(matchingJsonPath("$.markdown.content", equalTo("呼".repeat(1_365)))));
    }

    static Stream<Arguments> codes() {
        return Stream.of(
                Arguments.of(45009, new DeliveryResult.RetryAfter(Duration.ofMinutes(1), 45009)),
                Arguments.of(93000, new DeliveryResult.ChannelDown(93000)),
                Arguments.of(93004, new DeliveryResult.ChannelDown(93004)),
                Arguments.of(93008, new DeliveryResult.ChannelDown(93008)),
                Arguments.of(60020, new DeliveryResult.ChannelDown(60020)),
                Arguments.of(40058, new DeliveryResult.Refused(40058)),
                Arguments.of(45002, new DeliveryResult.Refused(45002)));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeShouldHaveItsMeaning(int code, DeliveryResult meaning) {
        answers(okJson("{\"errcode\":" + code + ",\"errmsg\":\"x\"}"));

        assertThat(post("x")).isEqualTo(meaning);
        PLATFORM.verify(1, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 45033})
    void aBusyPlatformShouldBeTriedAgainLaterWithJitter(int code) {
        answers(okJson("{\"errcode\":" + code + ",\"errmsg\":\"x\"}"));

        assertThat(post("x"))
                .isInstanceOfSatisfying(
                        DeliveryResult.RetryAfter.class,
                        retry -> assertThat(retry.pause()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(5)));
        PLATFORM.verify(1, postRequestedFor(urlPathEqualTo(SEND)));
    }

    static Stream<Arguments> answersNobodyCanTrust() {
        return Stream.of(
                Arguments.of("5xx", aResponse().withStatus(500)),
                Arguments.of("html", aResponse().withBody("<html></html>")),
                Arguments.of("no errcode", okJson("{}")),
                Arguments.of("huge", aResponse().withBody("{\"errcode\":0,\"x\":\"" + "x".repeat(1_100_000) + "\"}")),
                Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Arguments.of("slow", okJson("{\"errcode\":0}").withFixedDelay(10_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersNobodyCanTrust")
    void anAnswerNobodyCanTrustShouldBeUnknown(String name, ResponseDefinitionBuilder answer) {
        answers(answer);

        DeliveryResult result = post("x");
        assertThat(result).as(name).isInstanceOf(DeliveryResult.Unknown.class);
        assertThat(result.toString()).doesNotContain(KEY);
        PLATFORM.verify(1, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void aPlatformThatIsNotThereShouldBeTriedAgain() {
        assertThat(robot("http://127.0.0.1:1").post(GRID, "x").block())
                .isEqualTo(new DeliveryResult.RetryAfter(Duration.ofSeconds(5), 0));
    }

    @Test
    void aRobotKeyShouldNotPrintItselfAndTakeNoPartOfAnAddress() {
        assertThat(new RobotKey(KEY).toString()).isEqualTo("***");
        for (String key : new String[] {"", "a&b=c", "a/../b", "a b", "键", "x".repeat(65)}) {
            assertThatThrownBy(() -> new RobotKey(key)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static DeliveryResult post(String markdown) {
        return Objects.requireNonNull(
                robot(PLATFORM.baseUrl()).post(GRID, markdown).block(Duration.ofSeconds(30)));
    }

    private static WecomGroupRobot robot(String baseUrl) {
        return new WecomGroupRobot(
                grid -> grid.equals(GRID) ? Optional.of(new RobotKey(KEY)) : Optional.empty(),
                BaseUrl.of("HUYING_WECOM_API_BASE_URL", baseUrl),
                PlatformHttp.client(),
                ATTEMPTS);
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        PLATFORM.stubFor(com.github.tomakehurst.wiremock.client.WireMock.post(urlPathEqualTo(SEND))
                .willReturn(answer));
    }
}
