package cn.huying.api.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.huying.api.delivery.Attempts;
import cn.huying.api.delivery.BaseUrl;
import cn.huying.api.delivery.PlatformHttp;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.OpenId;
import cn.huying.bot.message.Sender;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

class WxCustomerServiceTest {
    private static final String TOKEN = "/cgi-bin/stable_token";
    private static final String SEND = "/cgi-bin/message/custom/send";
    private static final WireMockServer PLATFORM =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private final Attempts attempts = new Attempts();
    private WxCustomerService service = service("http://127.0.0.1:1");

    @BeforeAll
    static void start() {
        PLATFORM.start();
    }

    @AfterAll
    static void stop() {
        PLATFORM.stop();
    }

    @BeforeEach
    void answerWell() {
        PLATFORM.resetAll();
        service = service(PLATFORM.baseUrl());
        givesToken("t1");
        answers(okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));
    }

    @AfterEach
    void dispose() {
        attempts.close();
    }

    @Test
    void aMessageShouldGoToTheResidentInTheResidentsAccount() {
        assertThat(send("您的诉求已派给网格员。")).isEqualTo(new DeliveryResult.Delivered(""));

        PLATFORM.verify(postRequestedFor(urlPathEqualTo(SEND))
                .withQueryParam("access_token", equalTo("t1"))
                .withRequestBody(equalToJson("{\"touser\":\"" + DemoAccount.OPEN_ID
                        + "\",\"msgtype\":\"text\",\"text\":{\"content\":\"您的诉求已派给网格员。\"}}")));
        PLATFORM.verify(
                1,
                postRequestedFor(urlPathEqualTo(TOKEN))
                        .withRequestBody(matchingJsonPath("$.appid", equalTo(DemoAccount.APP_ID)))
                        .withRequestBody(matchingJsonPath("$.force_refresh", equalTo("false"))));
    }

    @Test
    void anAccountThatIsNotOursShouldBeRefusedWithoutACall() {
        Sender stranger = new Sender(new AppId("wxother"), new OpenId(DemoAccount.OPEN_ID));

        assertThat(service.send(stranger, "x").block()).isEqualTo(new DeliveryResult.ChannelDown(40013));
        PLATFORM.verify(0, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void aTextTooLongShouldBeCut() {
        send("呼".repeat(1_000));

        PLATFORM.verify(postRequestedFor(urlPathEqualTo(SEND))
                .withRequestBody(matchingJsonPath("$.text.content", equalTo("呼".repeat(682)))));
    }

    @ParameterizedTest
    @CsvSource({"40001", "40014", "42001"})
    void aStaleTokenShouldBeRenewedOnceAndTheMessageSentAgain(int code) {
        PLATFORM.stubFor(post(urlPathEqualTo(SEND))
                .withQueryParam("access_token", equalTo("t1"))
                .willReturn(okJson("{\"errcode\":" + code + ",\"errmsg\":\"stale\"}")));
        PLATFORM.stubFor(post(urlPathEqualTo(TOKEN))
                .inScenario("renewal")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("renewed")
                .willReturn(token("t1")));
        PLATFORM.stubFor(post(urlPathEqualTo(TOKEN))
                .inScenario("renewal")
                .whenScenarioStateIs("renewed")
                .willReturn(token("t2")));

        assertThat(send("好")).isEqualTo(new DeliveryResult.Delivered(""));
        PLATFORM.verify(2, postRequestedFor(urlPathEqualTo(TOKEN)));
        PLATFORM.verify(2, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void aTokenThatStaysStaleShouldBeForcedOnceAndThenWait() {
        answers(okJson("{\"errcode\":40001,\"errmsg\":\"stale\"}"));

        assertThat(send("好")).isEqualTo(new DeliveryResult.RetryAfter(Duration.ofSeconds(30), 40001));
        assertThat(send("好")).isInstanceOf(DeliveryResult.RetryAfter.class);

        PLATFORM.verify(
                1,
                postRequestedFor(urlPathEqualTo(TOKEN))
                        .withRequestBody(matchingJsonPath("$.force_refresh", equalTo("true"))));
        PLATFORM.verify(4, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void manyMessagesAtOnceShouldShareOneTokenRequest() {
        PLATFORM.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(token("t1").withFixedDelay(50)));

        List<DeliveryResult> results = Flux.range(0, 60)
                .flatMap(i -> service.send(DemoAccount.SENDER, "第" + i + "条"), 60)
                .collectList()
                .block();

        assertThat(results).hasSize(60).containsOnly(new DeliveryResult.Delivered(""));
        PLATFORM.verify(1, postRequestedFor(urlPathEqualTo(TOKEN)));
    }

    @Test
    void manyMessagesWithAStaleTokenShouldShareOneRenewal() {
        send("warm");
        PLATFORM.resetRequests();
        PLATFORM.stubFor(post(urlPathEqualTo(SEND))
                .withQueryParam("access_token", equalTo("t1"))
                .willReturn(okJson("{\"errcode\":42001,\"errmsg\":\"expired\"}")));
        PLATFORM.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(token("t2").withFixedDelay(50)));

        List<DeliveryResult> results = Flux.range(0, 40)
                .flatMap(i -> service.send(DemoAccount.SENDER, "第" + i + "条"), 40)
                .collectList()
                .block();

        assertThat(results).hasSize(40).containsOnly(new DeliveryResult.Delivered(""));
        PLATFORM.verify(1, postRequestedFor(urlPathEqualTo(TOKEN)));
    }

    @ParameterizedTest
    @CsvSource({"45015", "45047", "43004"})
    void aResidentWhoCannotBeReachedShouldBeSaidSo(int code) {
        answers(okJson("{\"errcode\":" + code + ",\"errmsg\":\"x\"}"));

        assertThat(send("好")).isEqualTo(new DeliveryResult.Unreachable(code));
        PLATFORM.verify(1, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void aBusyPlatformShouldNotBeAskedAgainHere() {
        answers(okJson("{\"errcode\":-1,\"errmsg\":\"system error\"}"));

        assertThat(send("好"))
                .isInstanceOfSatisfying(
                        DeliveryResult.RetryAfter.class,
                        retry -> assertThat(retry.code()).isEqualTo(-1));
        PLATFORM.verify(1, postRequestedFor(urlPathEqualTo(SEND)));
    }

    static Stream<Arguments> answersNobodyCanTrust() {
        return Stream.of(
                Arguments.of("5xx", aResponse().withStatus(502).withBody("bad gateway")),
                Arguments.of("5xx with errcode 0", aResponse().withStatus(500).withBody("{\"errcode\":0}")),
                Arguments.of("redirect", aResponse().withStatus(302).withHeader("Location", "http://127.0.0.1:1/")),
                Arguments.of("html", aResponse().withBody("<html><body>登录</body></html>")),
                Arguments.of("xml", aResponse().withBody("<xml><a/></xml>")),
                Arguments.of("empty", aResponse().withBody("")),
                Arguments.of("no errcode", okJson("{\"hello\":1}")),
                Arguments.of("array", okJson("[1,2]")),
                Arguments.of("errcode text", okJson("{\"errcode\":\"ok\"}")),
                Arguments.of("errcode null", okJson("{\"errcode\":null}")),
                Arguments.of("errcode zero as text", okJson("{\"errcode\":\"0\"}")),
                Arguments.of("cut off", okJson("{\"errcode\":0")),
                Arguments.of("huge", aResponse().withBody("x".repeat(2 * 1024 * 1024))),
                Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("no answer", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                Arguments.of("garbage", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                Arguments.of("broken chunk", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answersNobodyCanTrust")
    void anAnswerNobodyCanTrustShouldBeUnknown(String name, ResponseDefinitionBuilder answer) {
        answers(answer);

        assertThat(send("好")).as(name).isInstanceOf(DeliveryResult.Unknown.class);
        PLATFORM.verify(1, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void aSlowPlatformShouldBeUnknownAfterTwoSeconds() {
        answers(okJson("{\"errcode\":0}").withFixedDelay(10_000));

        assertThat(send("好")).isEqualTo(new DeliveryResult.Unknown("SocketTimeoutException"));
    }

    @Test
    void aPlatformThatIsNotThereShouldBeTriedAgainForNothingWasSent() {
        service = service("http://127.0.0.1:1");

        assertThat(send("好")).isEqualTo(new DeliveryResult.RetryAfter(Duration.ofSeconds(5), 0));
    }

    static Stream<Arguments> tokenAnswers() {
        return Stream.of(
                Arguments.of("5xx", aResponse().withStatus(503)),
                Arguments.of("html", aResponse().withBody("<html/>")),
                Arguments.of("nothing in it", okJson("{}")),
                Arguments.of("reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokenAnswers")
    void withoutATokenNothingIsSentAndItMayBeTriedAgain(String name, ResponseDefinitionBuilder answer) {
        PLATFORM.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(answer));

        assertThat(send("好")).as(name).isEqualTo(new DeliveryResult.RetryAfter(Duration.ofSeconds(5), 0));
        PLATFORM.verify(0, postRequestedFor(urlPathEqualTo(SEND)));

        givesToken("t1");
        assertThat(send("好")).isEqualTo(new DeliveryResult.Delivered(""));
    }

    @ParameterizedTest
    @CsvSource({"40013,40013", "40125,40125", "40164,40164", "40001,40125"})
    void aWrongSecretShouldStopTheChannel(int code, int reported) {
        PLATFORM.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(okJson("{\"errcode\":" + code + ",\"errmsg\":\"x\"}")));

        assertThat(send("好")).isEqualTo(new DeliveryResult.ChannelDown(reported));
        PLATFORM.verify(0, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void nothingPersonalOrSecretShouldBeLoggedWhateverHappens() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        try {
            answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
            DeliveryResult result = send("我的电话是13800000000");
            assertThat(result.toString()).doesNotContain("t1", "138", DemoAccount.OPEN_ID);
            assertThat(log.list)
                    .filteredOn(event -> !event.getLoggerName().contains("wiremock"))
                    .noneMatch(event -> event.getFormattedMessage().contains("access_token")
                            || event.getFormattedMessage().contains("13800000000")
                            || event.getFormattedMessage().contains("demo-secret"));
        } finally {
            root.detachAppender(log);
        }
    }

    private DeliveryResult send(String text) {
        DeliveryResult result = service.send(DemoAccount.SENDER, text).block(Duration.ofSeconds(30));
        return Objects.requireNonNull(result);
    }

    private WxCustomerService service(String baseUrl) {
        return new WxCustomerService(
                new OfficialAccounts(List.of(DemoAccount.ACCOUNT)),
                BaseUrl.of("HUYING_WECHAT_API_BASE_URL", baseUrl),
                PlatformHttp.client(),
                attempts,
                DemoAccount.CLOCK,
                ZoneId.of("Asia/Shanghai"));
    }

    private static void givesToken(String token) {
        PLATFORM.stubFor(post(urlPathEqualTo(TOKEN)).willReturn(token(token)));
    }

    private static ResponseDefinitionBuilder token(String token) {
        return okJson("{\"access_token\":\"" + token + "\",\"expires_in\":7200}");
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        PLATFORM.stubFor(post(urlPathEqualTo(SEND)).willReturn(answer));
    }
}
