package cn.huying.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.bench.load.Platform;
import cn.huying.api.console.channels.Probe;
import cn.huying.api.console.channels.Probe.Finding;
import cn.huying.api.console.channels.Probe.Health;
import cn.huying.api.delivery.Attempts;
import cn.huying.api.delivery.BaseUrl;
import cn.huying.api.delivery.PlatformHttp;
import cn.huying.api.demo.DemoRobots;
import cn.huying.api.mongo.Mongo;
import cn.huying.api.wechat.OfficialAccounts;
import cn.huying.api.wechat.WxCustomerService;
import cn.huying.bot.Home;
import cn.huying.bot.grid.GridTree;
import cn.huying.bot.grid.folder.GridFolder;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.mongodb.reactivestreams.client.MongoClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every finding of the self-check names what is wrong and what to do about it, and nothing it looks at can make it fail. */
class ChannelProbesTest {
    private static final Duration WAIT = Duration.ofSeconds(20);

    private final WireMockServer platform =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
    private final Attempts attempts = new Attempts();

    @BeforeEach
    void start() {
        platform.start();
        platform.stubFor(post(urlPathEqualTo("/cgi-bin/stable_token"))
                .willReturn(okJson("{\"access_token\":\"t1\",\"expires_in\":7200}")));
    }

    @AfterEach
    void stop() {
        platform.stop();
        attempts.close();
    }

    private WxCustomerService service() {
        return new WxCustomerService(
                new OfficialAccounts(List.of(Platform.ACCOUNT)),
                BaseUrl.of("HUYING_WECHAT_API_BASE_URL", platform.baseUrl()),
                PlatformHttp.client(),
                attempts,
                Clock.systemUTC(),
                ZoneId.of("Asia/Shanghai"));
    }

    private static Finding found(Probe probe) {
        return Objects.requireNonNull(probe.look().block(WAIT));
    }

    private void answersTokens(String json) {
        platform.stubFor(post(urlPathEqualTo("/cgi-bin/stable_token")).willReturn(okJson(json)));
    }

    @Test
    void tokenThatIsGivenShouldBeGood() {
        assertThat(found(ChannelProbes.token(Platform.ACCOUNT, service()))).isEqualTo(Finding.good("平台给了令牌"));
    }

    @ParameterizedTest
    @CsvSource({"40125, AppSecret", "40001, AppSecret", "40013, AppID", "40164, 白名单", "50002, 文档"})
    void refusedTokenShouldSayWhatToMend(int code, String mend) {
        answersTokens("{\"errcode\":" + code + ",\"errmsg\":\"x\"}");

        Finding finding = found(ChannelProbes.token(Platform.ACCOUNT, service()));

        assertThat(finding.health()).isEqualTo(Health.BAD);
        assertThat(finding.mend()).contains(mend);
    }

    @Test
    void platformThatCannotBeReachedShouldBeSaidToBe() {
        WxCustomerService service = service();
        platform.stop();

        Finding finding = found(ChannelProbes.token(Platform.ACCOUNT, service));

        assertThat(finding.health()).isEqualTo(Health.BAD);
        assertThat(finding.mend()).contains("访问微信平台");
    }

    @ParameterizedTest
    @CsvSource({"1987, GOOD", "200, GOOD", "199, DOUBTFUL", "1, DOUBTFUL", "0, BAD"})
    void tokensLeftTodayShouldBeShown(int left, Health health) {
        platform.stubFor(post(urlPathEqualTo("/cgi-bin/openapi/quota/get"))
                .willReturn(
                        okJson("{\"errcode\":0,\"errmsg\":\"ok\",\"quota\":{\"daily_limit\":2000,\"used\":1,\"remain\":"
                                + left + "}}")));

        Finding finding = found(ChannelProbes.quota(Platform.ACCOUNT, service()));

        assertThat(finding.health()).isEqualTo(health);
        assertThat(finding.told()).isEqualTo("今天还能取 " + left + " 次，一天共 2000 次");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"errcode\":48001,\"errmsg\":\"api unauthorized\"}", "<html>", "{}"})
    void quotaNobodyTellsShouldBeDoubtful(String answer) {
        platform.stubFor(post(urlPathEqualTo("/cgi-bin/openapi/quota/get")).willReturn(okJson(answer)));

        assertThat(found(ChannelProbes.quota(Platform.ACCOUNT, service())).health())
                .isEqualTo(Health.DOUBTFUL);
    }

    @Test
    void callbackShouldBeCalledAsThePlatformCallsIt() {
        platform.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("huying-self-check")));
        assertThat(callback().health()).isEqualTo(Health.GOOD);

        platform.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(403)));
        assertThat(callback().mend()).contains("TOKEN");

        platform.stubFor(any(anyUrl()).willReturn(serverError()));
        assertThat(callback().told()).contains("500");

        platform.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        assertThat(callback().mend()).contains("反向代理");
    }

    @Test
    void callbackNobodyAnswersShouldBeSaidToBe() {
        String base = platform.baseUrl();
        platform.stop();

        Finding finding = found(ChannelProbes.callback(Platform.ACCOUNT, base, Clock.systemUTC()));

        assertThat(finding.health()).isEqualTo(Health.BAD);
        assertThat(finding.told()).contains(base);
    }

    private Finding callback() {
        return found(ChannelProbes.callback(Platform.ACCOUNT, platform.baseUrl(), Clock.systemUTC()));
    }

    @Test
    void groupsWithoutARobotShouldBeNamed() {
        GridTree tree =
                GridFolder.read(Home.ROOT.resolve("config/demo/community")).tree();

        assertThat(found(ChannelProbes.robots(grid -> Optional.of(DemoRobots.keyOf(grid)), tree))
                        .health())
                .isEqualTo(Health.GOOD);

        Finding without = found(ChannelProbes.robots(grid -> Optional.empty(), tree));
        assertThat(without.health()).isEqualTo(Health.BAD);
        assertThat(without.told()).contains("第一网格", "没有机器人");
    }

    @Test
    void databaseThatIsAwayShouldBeSaidToBe() {
        try (MongoClient client = Mongo.connect("mongodb://127.0.0.1:1")) {
            Finding finding = found(ChannelProbes.mongo(client.getDatabase("huying")));

            assertThat(finding.health()).isEqualTo(Health.BAD);
            assertThat(finding.mend()).contains("MONGODB_URI");
        }
    }
}
