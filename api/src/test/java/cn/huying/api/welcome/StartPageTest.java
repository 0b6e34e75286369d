package cn.huying.api.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class StartPageTest {
    @Test
    void demoShouldLeadToTheSimulatorAndEveryOtherDoor() {
        try (FrontDoor door = new FrontDoor(true, true)) {
            assertThat(page(door))
                    .contains("民有呼", "演示")
                    .contains("href=\"/simulator\"", "href=\"/worker\"", "href=\"/console\"")
                    .contains("http://127.0.0.1:" + FrontDoor.MANAGEMENT + "/actuator/health/readiness")
                    .doesNotContain("即将开放", "{management}");
        }
    }

    @Test
    void installationShouldShowNoSimulatorAndNoDoorThatIsShut() {
        try (FrontDoor door = new FrontDoor(false, false)) {
            assertThat(page(door))
                    .contains("href=\"/worker\"", "即将开放")
                    .doesNotContain("/simulator", "演示", "href=\"/console\"");
        }
    }

    @Test
    void everyFileOfThePageShouldBeThereAndNoScriptShouldRun() {
        try (FrontDoor door = new FrontDoor(true, false)) {
            assertThat(page(door)).doesNotContain("<script", "style=\"");
            for (String file : new String[] {"/welcome/start.css", "/welcome/icon.svg"}) {
                door.http().get().uri(file).exchange().expectStatus().isOk();
            }
        }
    }

    private static String page(FrontDoor door) {
        return new String(
                Objects.requireNonNull(door.http()
                        .get()
                        .uri("/")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .valueMatches("Content-Security-Policy", "default-src 'self';.*")
                        .expectHeader()
                        .contentTypeCompatibleWith("text/html;charset=UTF-8")
                        .expectHeader()
                        .exists(HttpHeaders.CACHE_CONTROL)
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
    }
}
