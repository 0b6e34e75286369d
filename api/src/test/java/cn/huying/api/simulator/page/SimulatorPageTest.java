package cn.huying.api.simulator.page;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Demo;
import cn.huying.api.simulator.feed.Feed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    void pageBringsItsFirstPictureAlong() {
        act(Demo.RESIDENT, "{\"action\":\"say\",\"text\":\"</script><b>粗</b>\"}")
                .isOk();
        http.get()
                .uri("/simulator")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody(String.class)
                .value(html -> {
                    String from = "<script type=\"application/json\" id=\"picture\">";
                    int start = html.indexOf(from) + from.length();
                    String picture = html.substring(start, html.indexOf("</script>", start));
                    JsonNode state = JsonMapper.shared().readTree(picture);
                    assertThat(state.path("phones")).hasSize(4);
                    assertThat(state.path("groups")).hasSize(14);
                    assertThat(state.path("faults")).hasSize(2);
                    assertThat(state.path("settled").asInt(0)).isEqualTo(45);
                    assertThat(picture).contains("粗").doesNotContain("<");
                });
    }

    @Test
    void settledPeopleAreListedByPageAndFound() {
        people("/simulator/api/people")
                .jsonPath("$.matching")
                .isEqualTo(45)
                .jsonPath("$.pages")
                .isEqualTo(3)
                .jsonPath("$.people.length()")
                .isEqualTo(20);
        people("/simulator/api/people?page=99")
                .jsonPath("$.page")
                .isEqualTo(2)
                .jsonPath("$.people.length()")
                .isEqualTo(5);
        people("/simulator/api/people?page=-1").jsonPath("$.page").isEqualTo(0);
        people("/simulator/api/people?words=梧桐苑第1网格").jsonPath("$.matching").isEqualTo(5);
        people("/simulator/api/people?words=没有").jsonPath("$.matching").isEqualTo(0);
    }

    @Test
    void settledResidentsHavePhonesToo() {
        String someone = "oDemoResident00000000107";
        people("/simulator/api/phones/" + someone)
                .jsonPath("$.name")
                .isEqualTo("居民7")
                .jsonPath("$.grid")
                .isEqualTo("新华坊第3网格")
                .jsonPath("$.follower")
                .isEqualTo(true);
        act(someone, "{\"action\":\"say\",\"text\":\"你好\"}").isOk();
        people("/simulator/api/phones/" + someone)
                .jsonPath("$.entries.length()")
                .isEqualTo(2);
        http.get()
                .uri("/simulator/api/phones/oNobody0000000000000000")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void eachTourIsPlayedByOthers() {
        List<String> casts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            http.post()
                    .uri("/simulator/api/tour")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(JsonNode.class)
                    .value(cast -> {
                        assertThat(cast.path("resident").path("grid").asString(""))
                                .isEqualTo(cast.path("grid").asString("-"));
                        assertThat(cast.path("neighbour").path("openId"))
                                .isNotEqualTo(cast.path("resident").path("openId"));
                        casts.add(cast.path("resident").path("openId").asString(""));
                    });
        }
        assertThat(casts).doesNotHaveDuplicates();
    }

    @Test
    void staffDoTheirPartOfTheTourOrRefuse() {
        tour("/resolve", "{\"worker\":\"worker1\",\"number\":\"HY20261121-0042\"}")
                .isOk();
        tour("/resolve", "{\"worker\":\"worker1\",\"number\":\"HY20261121-0043\"}")
                .isEqualTo(409);
        tour("/broadcasts", "{\"gridId\":\"grid-1\"}")
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo("b1");
        tour("/broadcasts/b1/approve", "{}")
                .isOk()
                .expectBody()
                .jsonPath("$.delivered")
                .isEqualTo(3);
        http.get()
                .uri("/simulator/api/tour/broadcasts/b2")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static StatusAssertions tour(String path, String json) {
        return http.post()
                .uri("/simulator/api/tour" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange()
                .expectStatus();
    }

    private static WebTestClient.BodyContentSpec people(String uri) {
        return http.get().uri(uri).exchange().expectStatus().isOk().expectBody();
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
        http.get().uri("/simulator/index.html").exchange().expectStatus().isNotFound();
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
        return demo.bean(Feed.class).last();
    }

    private static WebTestClient client(Demo demo) {
        return WebTestClient.bindToServer()
                .baseUrl(demo.base.toString())
                .responseTimeout(Duration.ofSeconds(20))
                .build();
    }
}
