package cn.huying.api.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.delivery.Attempts;
import cn.huying.api.delivery.BaseUrl;
import cn.huying.api.delivery.PlatformHttp;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.delivery.channel.DeliveryResult.ChannelDown;
import cn.huying.bot.delivery.channel.DeliveryResult.Delivered;
import cn.huying.bot.delivery.channel.DeliveryResult.Refused;
import cn.huying.bot.delivery.channel.DeliveryResult.RetryAfter;
import cn.huying.bot.delivery.channel.DeliveryResult.Unknown;
import cn.huying.bot.delivery.channel.DeliveryResult.Unreachable;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.OpenId;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One test for each row of the platform's error table, as far as a mass send can meet it. */
class WechatMassSenderTest {
    private static final String TOKEN = "/cgi-bin/stable_token";
    private static final String SEND = "/cgi-bin/message/mass/send";
    private static final AppId ACCOUNT = new AppId(DemoAccount.APP_ID);
    private static final List<OpenId> TWO =
            List.of(new OpenId("oTestResident00000000001"), new OpenId("oTestResident00000000002"));
    private static final WireMockServer PLATFORM =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    private final Attempts attempts = new Attempts();

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
        PLATFORM.stubFor(
                post(urlPathEqualTo(TOKEN)).willReturn(okJson("{\"access_token\":\"t1\",\"expires_in\":7200}")));
    }

    @AfterEach
    void dispose() {
        attempts.close();
    }

    private DeliveryResult send(String baseUrl, AppId account, List<OpenId> to) {
        WechatMassSender sender = new WechatMassSender(
                new OfficialAccounts(List.of(DemoAccount.ACCOUNT)),
                BaseUrl.of("TEST", baseUrl),
                PlatformHttp.client(),
                attempts,
                DemoAccount.CLOCK,
                ZoneId.of("Asia/Shanghai"));
        return Objects.requireNonNull(sender.send(account, "b1-1-1", "有暴雨", to).block(Duration.ofSeconds(30)));
    }

    private DeliveryResult send() {
        return send(PLATFORM.baseUrl(), ACCOUNT, TWO);
    }

    private static void answers(ResponseDefinitionBuilder answer) {
        PLATFORM.stubFor(post(urlPathEqualTo(SEND)).willReturn(answer));
    }

    private static void answers(int code) {
        answers(okJson("{\"errcode\":" + code + ",\"errmsg\":\"x\"}"));
    }

    @Test
    void massSendShouldCarryItsKeyAndTellItsId() {
        answers(okJson("{\"errcode\":0,\"errmsg\":\"ok\",\"msg_id\":3147483648,\"msg_data_id\":1}"));

        assertThat(send()).isEqualTo(new Delivered("3147483648"));
        PLATFORM.verify(postRequestedFor(urlPathEqualTo(SEND))
                .withRequestBody(equalToJson("{\"touser\":[\"oTestResident00000000001\",\"oTestResident00000000002\"],"
                        + "\"msgtype\":\"text\",\"text\":{\"content\":\"有暴雨\"},\"clientmsgid\":\"b1-1-1\"}")));
    }

    @Test
    void tenThousandShouldGoInOneCall() {
        answers(okJson("{\"errcode\":0,\"errmsg\":\"ok\",\"msg_id\":7}"));
        List<OpenId> many = IntStream.range(0, 10_000)
                .mapToObj(i -> new OpenId("oTestResident%015d".formatted(i)))
                .toList();

        assertThat(send(PLATFORM.baseUrl(), ACCOUNT, many)).isEqualTo(new Delivered("7"));
        PLATFORM.verify(1, postRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void sentBeforeShouldBeSuccessWithTheFirstOnesId() {
        answers(okJson("{\"errcode\":45065,\"errmsg\":\"clientmsgid exist\",\"msg_id\":30124}"));

        assertThat(send()).isEqualTo(new Delivered("30124"));
    }

    @Test
    void sameKeyTooFastShouldWaitAMinute() {
        answers(45066);
        assertThat(send()).isEqualTo(new RetryAfter(Duration.ofMinutes(1), 45066));
    }

    @ParameterizedTest
    @ValueSource(ints = {45067, 40003, 40037, 47003, 45028, 40130})
    void whatCannotHelpToSendAgainShouldBeRefused(int code) {
        answers(code);
        assertThat(send()).isEqualTo(new Refused(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {40001, 40014, 42001})
    void staleTokenShouldBeRenewedOnceAndThenWait(int code) {
        answers(code);
        assertThat(send()).isEqualTo(new RetryAfter(Duration.ofSeconds(30), code));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 45009, 45011})
    void limitsAndABusyPlatformShouldBeWaitedFor(int code) {
        answers(code);
        assertThat(send())
                .isInstanceOfSatisfying(
                        RetryAfter.class, later -> assertThat(later.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {43004, 48002, 43101, 45015, 45047})
    void codesOfOneRecipientShouldBeSaidSo(int code) {
        answers(code);
        assertThat(send()).isEqualTo(new Unreachable(code));
    }

    @ParameterizedTest
    @ValueSource(ints = {48001, 50002})
    void bannedAccountShouldStopTheChannel(int code) {
        answers(code);
        assertThat(send()).isEqualTo(new ChannelDown(code));
    }

    @Test
    void timeoutResetAndServerErrorShouldBeUnknown() {
        answers(aResponse().withStatus(502));
        assertThat(send()).isInstanceOf(Unknown.class);
        answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(send()).isInstanceOf(Unknown.class);
        answers(aResponse().withFixedDelay(6_000).withStatus(200));
        assertThat(send()).isInstanceOf(Unknown.class);
    }

    @Test
    void unreachablePlatformShouldBeTriedLater() {
        assertThat(send("http://127.0.0.1:1", ACCOUNT, TWO)).isInstanceOf(RetryAfter.class);
    }

    @Test
    void accountThatIsNotOursShouldBeRefusedWithoutACall() {
        assertThat(send(PLATFORM.baseUrl(), new AppId("wxother"), TWO)).isEqualTo(new ChannelDown(40013));
        PLATFORM.verify(0, postRequestedFor(urlPathEqualTo(SEND)));
    }
}
