package cn.huying.api.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.browsing.Visitor;
import cn.huying.api.browsing.Visitor.Answer;
import cn.huying.api.console.Console;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.staff.Post;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsoleGateTest {
    private static final Map<String, Set<Post>> MAY_OPEN = Map.of(
            "/console/requests", Set.of(Post.DISPATCHER, Post.COMMUNITY, Post.SUBDISTRICT),
            "/console/triage", Set.of(Post.DISPATCHER, Post.COMMUNITY),
            "/console/letters", Set.of(Post.DISPATCHER, Post.COMMUNITY, Post.ADMIN),
            "/console/channels", Set.of(Post.ADMIN, Post.SECURITY, Post.AUDITOR),
            "/console/channels/findings", Set.of(Post.ADMIN, Post.SECURITY, Post.AUDITOR),
            "/console/broadcasts", Set.of(Post.COMMUNITY, Post.SUBDISTRICT, Post.AUTHOR, Post.APPROVER, Post.AUDITOR),
            "/console/nothing-there", Set.of());

    @RegisterExtension
    private static final Console console = new Console();

    @ParameterizedTest
    @EnumSource(value = Post.class, mode = EnumSource.Mode.EXCLUDE, names = "WORKER")
    void everyPostShouldOpenItsOwnPagesOnly(Post post) {
        Visitor visitor = console.as(post);
        MAY_OPEN.forEach((address, posts) -> {
            Answer answer = visitor.get(address);
            assertThat(answer.status()).as(post + " " + address).isEqualTo(posts.contains(post) ? 200 : 403);
        });
    }

    @Test
    void workerShouldNotSignInHere() {
        assertThat(console.visitor().signIn("worker", Console.PASSWORD).location())
                .isEqualTo("/console/login?failed");
    }

    @Test
    void strangerShouldBeSentToTheLogin() {
        Visitor visitor = console.visitor();
        MAY_OPEN.keySet().forEach(address -> {
            Answer answer = visitor.get(address);
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.location()).isEqualTo("/console/login");
        });
        assertThat(visitor.get("/console/login").status()).isEqualTo(200);
        assertThat(visitor.get("/console/console.css").status()).isEqualTo(200);
    }

    @Test
    void partOfAPageShouldSendTheWholePageToTheLogin() {
        console.http()
                .get()
                .uri("/console/channels/findings")
                .header("HX-Request", "true")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("HX-Redirect", "/console/login");
    }

    @Test
    void everyAnswerShouldCarryTheStrictPolicyAndStayOutOfCaches() {
        Visitor visitor = console.as(Post.DISPATCHER);
        for (String address : List.of("/console/requests", "/console/login", "/console/channels")) {
            Answer answer = visitor.get(address);
            assertThat(answer.headers().getFirst("Content-Security-Policy"))
                    .isEqualTo(ConsoleGate.POLICY)
                    .doesNotContain("unsafe");
            assertThat(answer.headers().getFirst("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.headers().getFirst("Cache-Control")).contains("no-store");
            assertThat(answer.headers().getFirst("Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(answer.body()).doesNotContain("style=", "onclick=", "<style", "<script>");
        }
    }

    @Test
    void formWithoutItsTokenShouldChangeNothing() {
        ServiceRequest request = console.requests.in(RequestState.RETURN_PENDING);
        Visitor visitor = console.as(Post.COMMUNITY);
        String address = "/console/requests/" + request.id() + "/uphold";
        Answer answer = visitor.send(address, Map.of("seen", "1"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("页面已经过期");
        assertThat(console.requests.stored(request.id()).state()).isEqualTo(RequestState.RETURN_PENDING);
        visitor.get("/console/requests/" + request.id());
        assertThat(visitor.post(address, Map.of()).status()).isEqualTo(303);
        assertThat(console.requests.stored(request.id()).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void sessionShouldBeNewAfterTheSignInAndClosedToScriptsAndOtherSites() {
        Visitor visitor = console.visitor();
        assertThat(cookies(visitor.get("/console/login"))).noneMatch(cookie -> cookie.startsWith("SESSION="));
        String first = session(visitor.signIn("dispatcher", Console.PASSWORD));
        assertThat(first).contains("HTTPOnly", "SameSite=Lax");
        assertThat(session(visitor.signIn("dispatcher", Console.PASSWORD)).substring(0, 44))
                .as("fixation")
                .isNotEqualTo(first.substring(0, 44));
        visitor.post("/console/logout", Map.of());
        assertThat(visitor.get("/console/requests").status()).isEqualTo(302);
    }

    @Test
    void guessingShouldBeSlowedDownForThatNameOnly() {
        Visitor visitor = console.visitor();
        for (int i = 0; i < SignInThrottle.FREE; i++) {
            assertThat(visitor.signIn("auditor", "guess").location()).isEqualTo("/console/login?failed");
        }
        assertThat(visitor.signIn("auditor", Console.PASSWORD).location()).isEqualTo("/console/login?failed");
        assertThat(console.visitor().signIn("admin", Console.PASSWORD).location())
                .isEqualTo("/console");
        console.clock.pass(SignInThrottle.FIRST_PAUSE);
        assertThat(visitor.signIn("auditor", Console.PASSWORD).location()).isEqualTo("/console");
    }

    private static String session(Answer answer) {
        return cookies(answer)
                .filter(cookie -> cookie.startsWith("SESSION="))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<String> cookies(Answer answer) {
        return answer.headers().getOrEmpty("Set-Cookie").stream();
    }
}
