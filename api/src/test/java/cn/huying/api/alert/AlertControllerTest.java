package cn.huying.api.alert;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastState;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class AlertControllerTest {
    private static final String KEY = "demo-key-of-this-test";

    private final Desk desk = new Desk("qixiang@demo.example");
    private final WebTestClient http = WebTestClient.bindToController(new AlertController(desk.alerts, new ApiKey(KEY)))
            .build();

    private WebTestClient.ResponseSpec post(String key, Object document) {
        return http.post()
                .uri("/api/alerts/cap")
                .header("X-API-Key", key)
                .contentType(MediaType.APPLICATION_XML)
                .bodyValue(document.toString())
                .exchange();
    }

    private static void refused(WebTestClient.ResponseSpec answer, int status, String reason) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.title")
                .isNotEmpty()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).contains(reason));
    }

    private List<Broadcast> drafts() {
        return Objects.requireNonNull(desk.store.newest(10).collectList().block());
    }

    private static CapXml red() {
        return CapXml.red("CN-0001", Desk.NOON);
    }

    @Test
    void alertShouldBecomeADraft() {
        post(KEY, red())
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.result")
                .isEqualTo("drafted")
                .jsonPath("$.state")
                .isEqualTo("SUBMITTED");
        assertThat(drafts()).hasSize(1);
    }

    @Test
    void sameAlertTwiceShouldChangeNothing() {
        post(KEY, red());
        post(KEY, red()).expectStatus().isOk().expectBody().jsonPath("$.result").isEqualTo("known");
        assertThat(drafts()).hasSize(1);
    }

    @Test
    void cancellationShouldLiftIt() {
        post(KEY, red());
        post(
                        KEY,
                        CapXml.red("CN-0002", Desk.NOON)
                                .with("msgType", "Cancel")
                                .with("references", "qixiang@demo.example,CN-0001,2026-11-21T12:00:00+08:00"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.stopped")
                .isEqualTo(1);
        assertThat(drafts()).extracting(Broadcast::state).containsExactly(BroadcastState.CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "demo-key-of-this-tesT", "demo-key-of-this-test "})
    void wrongKeyShouldBeRefused(String key) {
        refused(post(key, red()), 401, "X-API-Key");
        assertThat(drafts()).isEmpty();
    }

    @Test
    void doorWithoutAKeyShouldBeClosed() {
        assertThat(new ApiKey("").fits("")).isFalse();
        assertThat(new ApiKey("secret")).hasToString("***");
    }

    @Test
    void everythingElseShouldBeRefusedWithItsReason() {
        refused(post(KEY, "<alert/>"), 400, "MALFORMED: alert");
        refused(post(KEY, red().without("sent")), 400, "MALFORMED: sent");
        refused(post(KEY, " ".repeat(CapReader.MOST_BYTES + 1)), 413, "OVERSIZED");
        refused(post(KEY, red().with("sender", "forged@demo.example")), 403, "UNKNOWN_SENDER");
        refused(post(KEY, red().with("status", "Exercise")), 422, "NOT_ACTUAL");
        refused(post(KEY, red().with("expires", Desk.NOON.minusSeconds(1) + "")), 422, "STALE");
        refused(post(KEY, red().with("msgType", "Update")), 422, "NO_REFERENCE");
        assertThat(drafts()).isEmpty();
    }
}
