package cn.huying.api.worker;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.browsing.SampleRequests;
import cn.huying.api.browsing.Visitor;
import cn.huying.api.browsing.Visitor.Answer;
import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.delivery.Target;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import cn.huying.bot.taxonomy.Tier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkerStepsTest {
    private static final Map<String, String> DONE = Map.of("reply", "灯已换好", "evidence", "现场看过，灯已亮");

    @RegisterExtension
    private static final WorkerPages pages = new WorkerPages();

    @Test
    void sheetShouldShowWhatTheWorkerNeeds() {
        ServiceRequest request = pages.requests.in(RequestState.DISPATCHED);
        String page = open("worker1", request).page();
        assertThat(page)
                .contains(request.number().toString(), "路灯不亮", "加急", "待签收", Sample.ADDRESS, Sample.WORDS, "第一网格")
                .contains("最晚联系居民", "11月22日 09:00", "最晚办结", "11月28日 09:00", "11月21日 09:00")
                .contains(">签收</button>")
                .doesNotContain("联系上了", ">办结</button>");
    }

    @Test
    void signContactAndResolveShouldLeadToTheFollowUpAndTellTheResidentEachTime() {
        ServiceRequest request = pages.requests.in(RequestState.DISPATCHED);
        Visitor worker = pages.as("worker1");
        follow(worker, request, "sign", Map.of());
        assertThat(worker.page()).contains("已签收，会告诉居民", "已签收，待联系", "联系上了", "没联系上");
        follow(worker, request, "contact", Map.of("channel", "visit", "note", "约好明天上门"));
        assertThat(worker.page()).contains("办理中", "约好明天上门", ">办结</button>");
        follow(worker, request, "resolve", DONE);
        assertThat(worker.page()).contains("已办结，待回访", "灯已换好").doesNotContain("下一步");
        ServiceRequest after = pages.requests.stored(request.id());
        assertThat(after.state()).isEqualTo(RequestState.FOLLOW_UP);
        assertThat(notices(after)).containsExactly("notice.signed", "notice.contacted", "notice.resolved");
        assertThat(after.history().stream().map(RequestEvent::verb).toList())
                .endsWith(Verb.SIGN, Verb.CONTACT, Verb.RESOLVE, Verb.SURVEY);
        assertThat(after.last(Verb.CONTACT).orElseThrow().code()).isEqualTo("visit");
    }

    @Test
    void workMayBeginAfterThreeAttemptsToReachTheResident() {
        ServiceRequest request = pages.requests.in(RequestState.SIGNED);
        Visitor worker = open("worker1", request);
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(worker.page()).contains("没联系上").doesNotContain("联系不上，先办理");
            follow(worker, request, "miss", Map.of("channel", "phone"));
        }
        assertThat(worker.page()).contains("联系不上，先办理");
        follow(worker, request, "go-on", Map.of("channel", "phone"));
        ServiceRequest after = pages.requests.stored(request.id());
        assertThat(after.state()).isEqualTo(RequestState.IN_PROGRESS);
        assertThat(notices(after)).containsExactly("notice.missed");
    }

    @Test
    void oneClickSentTwiceShouldCountOnce() {
        ServiceRequest request = pages.requests.in(RequestState.SIGNED);
        Visitor worker = open("worker1", request);
        Answer first = worker.post(address(request) + "/miss", Map.of("channel", "phone"));
        Answer again = worker.post(address(request) + "/miss", Map.of("channel", "phone"));
        assertThat(again.location()).isEqualTo(first.location());
        assertThat(pages.requests.stored(request.id()).count(Verb.MISS_CONTACT)).isEqualTo(1);
        ServiceRequest done = pages.requests.in(RequestState.IN_PROGRESS);
        worker.get(address(done));
        assertThat(worker.post(address(done) + "/resolve", DONE).location()).endsWith("told=resolve");
        assertThat(worker.post(address(done) + "/resolve", DONE).location()).endsWith("told=resolve");
        assertThat(notices(pages.requests.stored(done.id()))).containsExactly("notice.resolved");
    }

    @Test
    void whoeverIsSecondShouldBeToldWhatTheFirstDid() throws InterruptedException, ExecutionException {
        ServiceRequest request = pages.requests.in(RequestState.DISPATCHED);
        List<Visitor> both = List.of(open("worker1", request), open("colleague1", request));
        CountDownLatch go = new CountDownLatch(1);
        List<String> told;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> clicks = both.stream()
                    .map(visitor -> threads.submit(() -> {
                        go.await();
                        return visitor.post(address(request) + "/sign", Map.of())
                                .location();
                    }))
                    .toList();
            go.countDown();
            told = List.of(clicks.getFirst().get(), clicks.getLast().get());
        }
        assertThat(told)
                .containsExactlyInAnyOrder(address(request) + "?told=sign", address(request) + "?told=overtaken");
        assertThat(both.getLast().get(address(request) + "?told=overtaken").body())
                .contains("已经有人办了", "已签收，待联系");
        assertThat(pages.requests.stored(request.id()).count(Verb.SIGN)).isEqualTo(1);
    }

    @Test
    void missingReplyShouldBeNamedAtItsFieldAndTheRestKept() {
        ServiceRequest request = pages.requests.in(RequestState.IN_PROGRESS);
        Answer refused = open("worker1", request)
                .post(
                        address(request) + "/resolve",
                        Map.of("reply", " \r\n", "evidence", "看过了<b>", "ending", "EXPLAINED"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"reply-flaw\"", "请写上给居民的答复", "aria-invalid=\"true\"", "aria-describedby=\"reply-flaw\"")
                .contains("value=\"看过了&lt;b&gt;\"")
                .doesNotContain("evidence-flaw")
                .containsPattern("value=\"EXPLAINED\" checked");
        assertThat(pages.requests.stored(request.id()).state()).isEqualTo(RequestState.IN_PROGRESS);
    }

    @Test
    void replyShouldBeAtMostFiveHundredCharactersHoweverTheBrowserEndsItsLines() {
        ServiceRequest request = pages.requests.in(RequestState.IN_PROGRESS);
        Visitor worker = open("worker1", request);
        String five = "好\n".repeat(249) + "好😀";
        Answer long501 = worker.post(address(request) + "/resolve", Map.of("reply", five + "完", "evidence", "看过"));
        assertThat(long501.status()).isEqualTo(422);
        assertThat(long501.body()).contains("最多 500 字，现在是 501 字");
        assertThat(worker.post(
                                address(request) + "/resolve",
                                Map.of("reply", five.replace("\n", "\r\n"), "evidence", "看过"))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void hostileWordsShouldStayWords() {
        String words = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> [[${7*7}]] __${7*7}__ ]]> &amp;";
        ServiceRequest request = pages.requests.ledBy(SampleRequests.FIRST, RequestState.SIGNED, Tier.P1, words);
        Visitor worker = open("worker1", request);
        assertThat(worker.page())
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "&lt;img src=x",
                        "[[${7*7}]]",
                        "__${7*7}__",
                        "&amp;amp;")
                .doesNotContain("<script", "<img src=x");
        follow(worker, request, "contact", Map.of("note", words));
        assertThat(worker.page()).doesNotContain("<script", "<img src=x", "[[49]]");
    }

    @Test
    void otherGridsAndUnknownRequestsShouldLookTheSame() {
        ServiceRequest request = pages.requests.in(RequestState.DISPATCHED);
        Visitor neighbour = pages.as("worker2");
        Answer theirs = neighbour.get(address(request));
        Answer unknown = neighbour.get("/worker/requests/" + Sample.id(9, 9));
        assertThat(theirs.status()).isEqualTo(404);
        assertThat(withoutToken(theirs)).isEqualTo(withoutToken(unknown)).doesNotContain(Sample.WORDS);
        assertThat(neighbour.get("/worker/requests/nonsense").status()).isEqualTo(404);
        neighbour.get("/worker");
        assertThat(neighbour
                        .post(address(request) + "/sign", Map.of("seen", "1"))
                        .status())
                .isEqualTo(404);
        assertThat(pages.requests.stored(request.id()).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void whatTheCommunityLeadsShouldBeReadInItsGridAndHandledByTheCommunity() {
        ServiceRequest request =
                pages.requests.ledBy(SampleRequests.COMMUNITY, RequestState.DISPATCHED, Tier.P1, Sample.WORDS);
        Visitor worker = open("worker1", request);
        assertThat(worker.page()).contains("向晴社区", "您可以查看进展").doesNotContain("下一步");
        assertThat(worker.post(address(request) + "/sign", Map.of("seen", "1")).status())
                .isEqualTo(404);
        Visitor community = open("community", request);
        follow(community, request, "sign", Map.of());
        assertThat(pages.requests.stored(request.id()).state()).isEqualTo(RequestState.SIGNED);
    }

    @Test
    void privateMattersShouldBeSeenByThoseWhoHandleThemOnly() {
        ServiceRequest request = pages.requests.sensitive(SampleRequests.COMMUNITY, RequestState.SIGNED);
        assertThat(pages.as("worker1").get(address(request)).status()).isEqualTo(404);
        assertThat(pages.as("community").get(address(request)).status()).isEqualTo(200);
    }

    @Test
    void nonsenseInAFormShouldChangeNothing() {
        ServiceRequest request = pages.requests.in(RequestState.SIGNED);
        Visitor worker = open("worker1", request);
        assertThat(worker.post(address(request) + "/contact", Map.of("channel", "smoke"))
                        .status())
                .isEqualTo(404);
        assertThat(worker.post(address(request) + "/contact", Map.of("seen", "-1"))
                        .status())
                .isEqualTo(404);
        assertThat(worker.post(address(request) + "/close", Map.of()).status()).isEqualTo(404);
        assertThat(worker.post(address(request) + "/resolve", DONE).location()).endsWith("told=overtaken");
        assertThat(worker.get(address(request) + "?told=<b>").body()).doesNotContain("<b>&");
        assertThat(pages.requests.stored(request.id()).rev()).isEqualTo(1);
    }

    private static Visitor open(String name, ServiceRequest request) {
        Visitor visitor = pages.as(name);
        assertThat(visitor.get(address(request)).status()).isEqualTo(200);
        return visitor;
    }

    /** Clicks and goes where the answer says. */
    private static void follow(Visitor visitor, ServiceRequest request, String step, Map<String, String> fields) {
        if (visitor.page().isEmpty() || !visitor.page().contains("name=\"seen\"")) {
            visitor.get(address(request));
        }
        Answer answer = visitor.post(address(request) + "/" + step, fields);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(visitor.get(answer.location()).status()).isEqualTo(200);
    }

    /** The token is masked anew for every page. */
    private static String withoutToken(Answer page) {
        int token = page.body().indexOf("value=\"", page.body().indexOf("_csrf"));
        return page.body().substring(0, token)
                + page.body().substring(page.body().indexOf("\">", token));
    }

    private static List<String> notices(ServiceRequest request) {
        return request.outbox().stream()
                .map(OutboxEntry::target)
                .map(target -> ((Target.ResidentNotice) target).template())
                .toList();
    }

    private static String address(ServiceRequest request) {
        return "/worker/requests/" + request.id();
    }
}
