package cn.huying.api.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.delivery.Attempts;
import cn.huying.api.delivery.BaseUrl;
import cn.huying.api.delivery.PlatformHttp;
import cn.huying.api.wechat.DemoAccount;
import cn.huying.bot.delivery.channel.Card;
import cn.huying.bot.delivery.channel.DeliveryResult;
import cn.huying.bot.staff.WorkerId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class WecomCardsTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final WorkerId WORKER = new WorkerId("worker1");
    private static final WecomApp APP =
            WecomApp.of("wwdemo0000000001", "1000002", "a-secret", "huying-demo-wecom", DemoAccount.AES_KEY);
    private static final Card CARD = new Card(
            "task-1c",
            "路灯不亮",
            "等您接单",
            List.of(new Card.Fact("编号", "HY1")),
            "https://huying.example/1",
            List.of(new Card.Button("sign", "接单", ""), new Card.Button("open", "办结", "https://huying.example/1")));

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile String answer = "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":\"m1\",\"response_code\":\"rc1\"}";
    private final DisposableServer platform = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> request.receive()
                    .aggregate()
                    .asString(StandardCharsets.UTF_8)
                    .defaultIfEmpty("")
                    .flatMap(body -> response.sendString(Mono.just(answer(request.uri(), body)))
                            .then()))
            .bindNow();
    private final Attempts attempts = new Attempts();
    private final WecomCards cards = new WecomCards(
            APP,
            BaseUrl.of("HUYING_WECOM_API_BASE_URL", "http://127.0.0.1:" + platform.port()),
            PlatformHttp.client(),
            attempts);

    @AfterEach
    void close() {
        attempts.close();
        platform.disposeNow();
    }

    @Test
    void cardShouldBeSentAsTheInteractiveTemplateAndBringItsCode() {
        assertThat(send()).isEqualTo(new DeliveryResult.Delivered("rc1"));

        assertThat(calls.getLast())
                .startsWith("/cgi-bin/message/send?access_token=token1 ")
                .contains(
                        "\"touser\":\"worker1\"",
                        "\"msgtype\":\"template_card\"",
                        "\"agentid\":1000002",
                        "\"card_type\":\"button_interaction\"",
                        "\"task_id\":\"task-1c\"",
                        "{\"text\":\"接单\",\"type\":0,\"key\":\"sign\"}",
                        "{\"text\":\"办结\",\"type\":1,\"url\":\"https://huying.example/1\"}");
    }

    @Test
    void updateShouldCarryTheCodeAndBecomeANoticeWithoutButtons() {
        Card done = new Card("x", "路灯不亮", "已办结", List.of(), CARD.link(), List.of());

        assertThat(cards.update(WORKER, "rc1", done).block(WAIT)).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(calls.getLast())
                .startsWith("/cgi-bin/message/update_template_card?access_token=token1 ")
                .contains("\"userids\":[\"worker1\"]", "\"response_code\":\"rc1\"", "\"card_type\":\"text_notice\"")
                .doesNotContain("task_id", "button_list");
    }

    @Test
    void manyCardsAtOnceShouldAskForOneToken() {
        Flux.range(0, 40).flatMap(n -> cards.send(WORKER, CARD), 40).blockLast(WAIT);

        assertThat(tokens).hasValue(1);
    }

    @Test
    void staleTokenShouldBeReplacedOnceAndTheCardSent() {
        send();
        answer = "stale";

        assertThat(send()).isEqualTo(new DeliveryResult.Delivered("rc2"));
        assertThat(tokens).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, RetryAfter",
        "45033, RetryAfter",
        "45009, RetryAfter",
        "81013, Unreachable",
        "60020, ChannelDown",
        "40001, ChannelDown",
        "40058, Unknown",
        "40096, Unknown",
        "40097, Unknown",
        "99999, Unknown"
    })
    void everyCodeShouldHaveItsResult(int code, String result) {
        answer = "{\"errcode\":" + code + ",\"errmsg\":\"x\"}";

        assertThat(send().getClass().getSimpleName()).isEqualTo(result);
    }

    @Test
    void unreadableAnswerShouldBeUnknown() {
        answer = "<html>busy</html>";

        assertThat(send()).isInstanceOf(DeliveryResult.Unknown.class);
    }

    @Test
    void nothingShouldBeSentWithoutAToken() {
        platform.disposeNow();

        assertThat(send()).isInstanceOf(DeliveryResult.RetryAfter.class);
    }

    private DeliveryResult send() {
        return Objects.requireNonNull(cards.send(WORKER, CARD).block(WAIT));
    }

    private String answer(String uri, String body) {
        if (uri.startsWith("/cgi-bin/gettoken")) {
            return "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"token" + tokens.incrementAndGet()
                    + "\",\"expires_in\":7200}";
        }
        calls.add(uri + ' ' + body);
        if (!answer.equals("stale")) {
            return answer;
        }
        return uri.endsWith("=token1")
                ? "{\"errcode\":42001,\"errmsg\":\"access_token expired\"}"
                : "{\"errcode\":0,\"errmsg\":\"ok\",\"response_code\":\"rc2\"}";
    }
}
