package cn.huying.api.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.callback.PlatformSeal;
import cn.huying.api.wechat.DemoAccount;
import cn.huying.bot.delivery.channel.InMemoryCardCodes;
import cn.huying.bot.grid.Grid;
import cn.huying.bot.grid.GridLevel;
import cn.huying.bot.handling.NewRequest;
import cn.huying.bot.handling.Requests;
import cn.huying.bot.handling.Taps;
import cn.huying.bot.handling.lifecycle.Deadlines;
import cn.huying.bot.handling.lifecycle.LifeCycle;
import cn.huying.bot.handling.lifecycle.WorkCards;
import cn.huying.bot.handling.notice.Notices;
import cn.huying.bot.message.TestClock;
import cn.huying.bot.request.InMemoryRequestNumbers;
import cn.huying.bot.request.InMemoryServiceRequestStore;
import cn.huying.bot.request.RequestId;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Submission;
import cn.huying.bot.request.Verb;
import cn.huying.bot.staff.Duty;
import cn.huying.bot.staff.DutyRota;
import cn.huying.bot.staff.Worker;
import cn.huying.bot.staff.WorkerId;
import cn.huying.bot.taxonomy.Level;
import cn.huying.bot.taxonomy.Tier;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

class WecomCallbackTest {
    private static final String CORP = "wwdemo0000000001";
    private static final String PATH = "/wecom/" + CORP + "/1000002";
    private static final WecomApp APP =
            WecomApp.of(CORP, "1000002", "a-secret", "huying-demo-wecom", DemoAccount.AES_KEY);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final URI BASE = URI.create("https://huying.example");

    private final TestClock clock = new TestClock(Sample.T0);
    private final PlatformSeal platform = new PlatformSeal(APP.token(), APP.aesKey(), CORP, clock);
    private final InMemoryServiceRequestStore store = new InMemoryServiceRequestStore();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RequestId id = Sample.id(1, 1);
    private final WebTestClient http = WebTestClient.bindToController(
                    new WecomController(Optional.of(APP), taps(), clock, meters))
            .build();

    @BeforeEach
    void submit() {
        requests()
                .submit(new NewRequest(
                        id,
                        new Submission.Requester(Sample.resident(1), Sample.sender(1)),
                        Sample.matter(Tier.P3, false),
                        Sample.place(),
                        Sample.WORDS,
                        new NewRequest.Routing.ToUnit(Sample.GRID, List.of()),
                        clock.instant()))
                .block();
    }

    @Test
    void encryptedEchoShouldBeAnsweredInTheClear() {
        http.get()
                .uri(URI.create(PATH + "?" + platform.sealedVerification("1616140317555161061")))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("1616140317555161061");
    }

    @Test
    void foreignOrOldEchoShouldBeRefused() {
        PlatformSeal otherCorp = new PlatformSeal(APP.token(), APP.aesKey(), "wwother000000001", clock);
        PlatformSeal otherToken = new PlatformSeal("another-token", APP.aesKey(), CORP, clock);
        String old = platform.sealedVerification("1");
        assertThat(verified(otherCorp.sealedVerification("1"))).isEqualTo(403);
        assertThat(verified(otherToken.sealedVerification("1"))).isEqualTo(403);
        assertThat(verified(platform.verification("1"))).isEqualTo(403);
        assertThat(verified("")).isEqualTo(403);
        clock.pass(Duration.ofMinutes(11));
        assertThat(verified(old)).isEqualTo(403);
    }

    @Test
    void tapShouldSignOnceHoweverOftenItIsDelivered() {
        String tap = tap("worker1", "sign", "code-1");

        assertThat(post(platform, tap)).isEqualTo("200 success");
        assertThat(post(platform, tap)).isEqualTo("200 success");
        assertThat(post(platform, tap)).isEqualTo("200 success");
        assertThat(now().state()).isEqualTo(RequestState.SIGNED);
        assertThat(now().count(Verb.SIGN)).isEqualTo(1);
    }

    @Test
    void whoComesLateShouldBeToldInPlaceOfTheButtons() {
        post(platform, tap("worker1", "sign", "code-1"));

        byte[] answer = Objects.requireNonNull(
                exchange(platform, tap("worker2", "sign", "code-2")).getResponseBody());
        assertThat(platform.open(answer))
                .hasValueSatisfying(xml -> assertThat(xml)
                        .contains(
                                "<ToUserName><![CDATA[worker2]]>", "update_button", "<ReplaceName><![CDATA[程小满已接单]]>"));
    }

    @Test
    void forgedCallsShouldBeRefusedAndChangeNothing() {
        String tap = tap("worker1", "sign", "code-1");
        assertThat(post(new PlatformSeal("another-token", APP.aesKey(), CORP, clock), tap))
                .isEqualTo("403 ");
        assertThat(post(new PlatformSeal(APP.token(), APP.aesKey(), "wwother000000001", clock), tap))
                .isEqualTo("403 ");
        PlatformSeal.Post fine = seal(platform, tap);
        assertThat(post(fine.query().replace("msg_signature=", "msg_signature=0"), fine.body()))
                .isEqualTo("403 ");
        assertThat(post(fine.query(), tap.getBytes(StandardCharsets.UTF_8))).isEqualTo("403 ");
        assertThat(post(fine.query(), "no xml".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("400 ");
        assertThat(now().state()).isEqualTo(RequestState.DISPATCHED);
        assertThat(meters.find("huying.wecom.refused").counters()).isNotEmpty();
    }

    @Test
    void staleCallShouldBeRefused() {
        PlatformSeal.Post old = seal(platform, tap("worker1", "sign", "code-1"));
        clock.pass(Duration.ofMinutes(11));

        assertThat(post(old.query(), old.body())).isEqualTo("403 ");
    }

    @Test
    void tapOnAnotherApplicationsCardShouldBeRefused() {
        String other = tap("worker1", "sign", "code-1").replace("<AgentID>1000002<", "<AgentID>1000003<");

        assertThat(post(platform, other)).isEqualTo("403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enter_agent", "LOCATION", "template_card_menu_event"})
    void otherEventsShouldBeAcknowledged(String event) {
        assertThat(post(platform, tap("worker1", "sign", "code-1").replace("template_card_event", event)))
                .isEqualTo("200 success");
        assertThat(now().state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void unknownButtonsTasksAndPeopleShouldBeAcknowledgedAndChangeNothing() {
        assertThat(post(platform, tap("worker1", "explode", "c"))).isEqualTo("200 success");
        assertThat(post(platform, tap("nobody", "sign", "c"))).isEqualTo("200 success");
        assertThat(post(platform, tap("worker1", "sign", "c").replace(id.value(), "not-ours")))
                .isEqualTo("200 success");
        assertThat(post(platform, tap("wor ker", "sign", "c"))).isEqualTo("400 ");
        assertThat(now().state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void otherPathsShouldNotBeFound() {
        http.get()
                .uri(URI.create("/wecom/" + CORP + "/1000003?" + platform.sealedVerification("1")))
                .exchange()
                .expectStatus()
                .isNotFound();
        WebTestClient none = WebTestClient.bindToController(
                        new WecomController(Optional.empty(), taps(), clock, meters))
                .build();
        none.get()
                .uri(URI.create(PATH + "?" + platform.sealedVerification("1")))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private int verified(String query) {
        return http.get()
                .uri(URI.create(PATH + "?" + query))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private String tap(String worker, String key, String code) {
        return "<xml><ToUserName><![CDATA[" + CORP + "]]></ToUserName><FromUserName><![CDATA[" + worker
                + "]]></FromUserName><CreateTime>1</CreateTime><MsgType><![CDATA[event]]></MsgType>"
                + "<Event><![CDATA[template_card_event]]></Event><EventKey><![CDATA[" + key + "]]></EventKey>"
                + "<TaskId><![CDATA[" + id + "-2c]]></TaskId><CardType><![CDATA[button_interaction]]></CardType>"
                + "<ResponseCode><![CDATA[" + code + "]]></ResponseCode><AgentID>1000002</AgentID></xml>";
    }

    private static PlatformSeal.Post seal(PlatformSeal side, String xml) {
        return side.seal(CORP, xml.getBytes(StandardCharsets.UTF_8), side.timestamp(), side.nonce());
    }

    private String post(PlatformSeal side, String xml) {
        PlatformSeal.Post post = seal(side, xml);
        return post(post.query(), post.body());
    }

    private String post(String query, byte[] body) {
        EntityExchangeResult<byte[]> result = exchange(query, body);
        byte[] answer = result.getResponseBody();
        return result.getStatus().value() + " " + (answer == null ? "" : new String(answer, StandardCharsets.UTF_8));
    }

    private EntityExchangeResult<byte[]> exchange(PlatformSeal side, String xml) {
        PlatformSeal.Post post = seal(side, xml);
        return exchange(post.query(), post.body());
    }

    private EntityExchangeResult<byte[]> exchange(String query, byte[] body) {
        return http.post()
                .uri(URI.create(PATH + "?" + query))
                .contentType(MediaType.TEXT_XML)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private ServiceRequest now() {
        return Objects.requireNonNull(store.find(id).block());
    }

    private Taps taps() {
        return new Taps(
                requests(),
                lifeCycle(),
                cards(),
                new InMemoryCardCodes(),
                (key, params) -> key.equals("card.told.taken") ? params.get("who") + "已接单" : key,
                clock);
    }

    private Requests requests() {
        return new Requests(store, new InMemoryRequestNumbers(), lifeCycle(), _ -> {}, clock);
    }

    private static LifeCycle lifeCycle() {
        return new LifeCycle(Deadlines.standard(ZONE), new Notices(BASE, ZONE), cards(), 0.5);
    }

    private static WorkCards cards() {
        List<Worker> workers = List.of(
                new Worker(new WorkerId("worker1"), "程小满", Sample.GRID.grid(), Level.GRID),
                new Worker(new WorkerId("worker2"), "陆采薇", Sample.GRID.grid(), Level.GRID));
        Duty duty =
                new Duty(Sample.GRID.grid(), Set.of(), new WorkerId("worker1"), Optional.of(new WorkerId("worker2")));
        return new WorkCards(
                new DutyRota(
                        workers,
                        List.of(duty),
                        grid -> List.of(new Grid(grid, Optional.empty(), GridLevel.GENERAL, "网格", true, true)),
                        ZONE),
                BASE);
    }
}
