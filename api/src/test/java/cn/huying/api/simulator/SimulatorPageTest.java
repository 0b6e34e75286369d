package cn.huying.api.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

class SimulatorPageTest {
    private static Demo demo;
    private static WebTestClient http;

    @BeforeAll
    static void start() {
        demo = Demo.start();
        http = client(demo);
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void pageComesWithAStrictPolicy() {
        http.get()
                .uri("/simulator")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(
                        "Content-Security-Policy",
                        "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectBody(String.class)
                .value(html -> assertThat(html)
                        .contains("呼应")
                        .doesNotContain("<style")
                        .doesNotContain("style=")
                        .doesNotContain("onclick"));
    }

    @Test
    void onlyThePagesOwnFilesAreServed() {
        http.get()
                .uri("/simulator/app.js")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/javascript;charset=UTF-8");
        http.get().uri("/simulator/simulator.css").exchange().expectStatus().isOk();
        http.get().uri("/simulator/application.yml").exchange().expectStatus().isNotFound();
        http.get()
                .uri("/simulator/..%2fapplication.yml")
                .exchange()
                .expectStatus()
                .is4xxClientError();
    }

    @Test
    void stateShowsNoKeysAndNoSecrets() {
        http.get()
                .uri("/simulator/api/state")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(json -> assertThat(json)
                        .contains("\"account\":\"幸福里社区\"")
                        .contains("周巧云")
                        .doesNotContain("robot-key")
                        .doesNotContain(Demo.ACCOUNT.secret()));
    }

    @Test
    void doorsAreListed() {
        http.get()
                .uri("/simulator/api/doors")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[2].scene")
                .isEqualTo("building:xingfuli-3");
    }

    @Test
    void messageGoesRoundAndAppearsInTheEvents() {
        var events = http.get()
                .uri("/simulator/events?after=" + last())
                .exchange()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                .getResponseBody()
                .mapNotNull(ServerSentEvent::data);
        StepVerifier.create(events)
                .then(() -> act(Demo.RESIDENT, "{\"action\":\"say\",\"text\":\"测试一下\"}")
                        .isOk()
                        .expectBody()
                        .jsonPath("$.entries[0].text")
                        .isEqualTo("收到：测试一下"))
                .thenConsumeWhile(data -> !data.contains("收到：测试一下"))
                .expectNextCount(1)
                .thenCancel()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void badActionsAreRefused() {
        act(Demo.RESIDENT, "{\"action\":\"say\",\"text\":\"\"}").isBadRequest();
        act(Demo.RESIDENT, "{\"action\":\"dance\"}").isBadRequest();
        act(Demo.RESIDENT, "{\"action\":\"say\"}").isBadRequest();
        act(Demo.RESIDENT, "{\"action\":\"locate\",\"latitude\":91,\"longitude\":0,\"label\":\"\"}")
                .isBadRequest();
        act("oNobody0000000000000000", "{\"action\":\"say\",\"text\":\"你好\"}").isNotFound();
    }

    private static StatusAssertions act(String openId, String json) {
        return http.post()
                .uri("/simulator/api/residents/{openId}/actions", openId)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange()
                .expectStatus();
    }

    private static long last() {
        return demo.context.getBean(Feed.class).last();
    }

    private static WebTestClient client(Demo demo) {
        return WebTestClient.bindToServer()
                .baseUrl(demo.base.toString())
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
