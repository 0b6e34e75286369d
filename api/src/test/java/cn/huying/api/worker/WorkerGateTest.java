package cn.huying.api.worker;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.browsing.Visitor;
import cn.huying.api.browsing.Visitor.Answer;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerGateTest {
    @RegisterExtension
    private static final WorkerPages pages = new WorkerPages();

    @Test
    void strangerShouldBeSentToTheLoginAndFromThereToThePageWanted() {
        ServiceRequest request = pages.requests.in(RequestState.DISPATCHED);
        Visitor visitor = pages.visitor();
        Answer refused = visitor.get(address(request));
        assertThat(refused.status()).isEqualTo(302);
        assertThat(refused.location()).isEqualTo("/worker/login");
        assertThat(refused.body()).isEmpty();
        Answer signedIn = visitor.signIn("worker1", WorkerPages.PASSWORD);
        assertThat(signedIn.location()).isEqualTo(address(request));
        assertThat(visitor.get(address(request)).status()).isEqualTo(200);
        visitor.post("/worker/logout", Map.of());
        assertThat(visitor.signIn("worker1", WorkerPages.PASSWORD).location()).isEqualTo("/worker");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/worker", "/worker/", "/%77orker/requests/x", "/worker;a=b/requests/x", "/worker/requests/x"})
    void noSpellingOfThePathShouldLeadRoundTheGate(String path) {
        ServiceRequest request = pages.requests.in(RequestState.DISPATCHED);
        String wanted = path.endsWith("x") ? path.replace("requests/x", "requests/" + request.id()) : path;
        Answer answer = new Visitor(
                        pages.http()
                                .mutate()
                                .uriBuilderFactory(RawAddresses.at(pages.base()))
                                .build(),
                        "/worker/login")
                .get(wanted);
        assertThat(answer.status()).isIn(302, 400);
        assertThat(answer.body()).doesNotContain(request.submission().text());
    }

    @Test
    void wrongPasswordShouldBeToldWithoutSayingWhatWasWrong() {
        Visitor visitor = pages.visitor();
        for (String name : List.of("worker1", "nobody", "")) {
            assertThat(visitor.signIn(name, "guess").location()).isEqualTo("/worker/login?failed");
        }
        assertThat(visitor.get("/worker/login?failed").body()).contains("账号或密码不对");
        assertThat(visitor.get("/worker").status()).isEqualTo(302);
    }

    @Test
    void sessionShouldBeClosedToScriptsAndOtherSites() {
        Visitor visitor = pages.visitor();
        Answer page = visitor.get("/worker/login");
        assertThat(cookies(page))
                .singleElement()
                .satisfies(
                        cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").contains("HTTPOnly", "SameSite=Lax"));
        Answer signedIn = visitor.signIn("worker1", WorkerPages.PASSWORD);
        assertThat(cookies(signedIn))
                .filteredOn(cookie -> cookie.startsWith("SESSION="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("HTTPOnly", "SameSite=Lax"));
    }

    @Test
    void leavingShouldEndTheSession() {
        Visitor visitor = pages.as("worker1");
        assertThat(visitor.get("/worker").status()).isEqualTo(200);
        assertThat(visitor.post("/worker/logout", Map.of()).location()).isEqualTo("/worker/login?left");
        assertThat(visitor.get("/worker").status()).isEqualTo(302);
    }

    @Test
    void formWithoutItsTokenShouldBeRefused() {
        ServiceRequest request = pages.requests.in(RequestState.DISPATCHED);
        Visitor visitor = pages.as("worker1");
        Answer forged = visitor.send(address(request) + "/sign", Map.of("seen", "1"));
        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.body()).contains("页面已经过期");
        assertThat(pages.visitor()
                        .send("/worker/login", Map.of("username", "worker1", "password", WorkerPages.PASSWORD))
                        .status())
                .isEqualTo(403);
        assertThat(pages.requests.stored(request.id()).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void pagesShouldComeWithAStrictPolicyAndStayNowhere() {
        Visitor visitor = pages.as("worker1");
        ServiceRequest request = pages.requests.in(RequestState.IN_PROGRESS);
        for (String address : List.of("/worker/login", "/worker", address(request), "/worker/requests/0")) {
            Answer page = visitor.get(address);
            assertThat(page.headers().getFirst("Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(page.headers().getFirst("Cache-Control")).contains("no-store");
            assertThat(page.headers().getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.body()).doesNotContain("<script", "<style", "style=", "onclick");
        }
    }

    @Test
    void styleShouldBeThereForTheLogin() {
        Answer style = pages.visitor().get("/worker/worker.css");
        assertThat(style.status()).isEqualTo(200);
        assertThat(style.body()).contains(".card");
    }

    @Test
    void whatIsNotTheWorkersShouldPassUntouched() {
        Answer answer = pages.visitor().get("/elsewhere/workers");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("workers");
        assertThat(answer.headers().toSingleValueMap()).containsOnlyKeys("Content-Type", "Content-Length");
        assertThat(pages.visitor().get("/workers").status()).isEqualTo(404);
    }

    private static String address(ServiceRequest request) {
        return "/worker/requests/" + request.id();
    }

    private static List<String> cookies(Answer answer) {
        return answer.headers().getOrEmpty("Set-Cookie").stream()
                .filter(cookie -> !cookie.contains("Max-Age=0"))
                .toList();
    }
}
