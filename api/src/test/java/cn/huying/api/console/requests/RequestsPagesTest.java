package cn.huying.api.console.requests;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.browsing.SampleRequests;
import cn.huying.api.browsing.Visitor;
import cn.huying.api.browsing.Visitor.Answer;
import cn.huying.api.console.Console;
import cn.huying.bot.request.Decision;
import cn.huying.bot.request.RequestEvent;
import cn.huying.bot.request.RequestState;
import cn.huying.bot.request.Sample;
import cn.huying.bot.request.ServiceRequest;
import cn.huying.bot.request.Verb;
import cn.huying.bot.staff.Post;
import cn.huying.bot.taxonomy.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RequestsPagesTest {
    @RegisterExtension
    private static final Console console = new Console();

    @Test
    void listShouldShowWhatFitsAndNoWordOfAResident() {
        ServiceRequest triage = console.requests.waiting(Sample.WORDS);
        ServiceRequest signed = console.requests.in(RequestState.SIGNED);
        Visitor visitor = console.as(Post.DISPATCHER);
        String all = visitor.get("/console/requests").body();
        assertThat(all).contains(triage.id().value(), signed.id().value()).doesNotContain(Sample.WORDS, Sample.ADDRESS);
        String some =
                visitor.get("/console/requests?state=triage&grid=g01&tier=p2").body();
        assertThat(some)
                .contains(triage.id().value())
                .doesNotContain(signed.id().value());
        assertThat(visitor.get("/console/requests?tier=p4").body()).contains("没有符合条件的诉求");
    }

    @Test
    void listShouldGoOnWhereThePageEnded() {
        for (int i = 0; i < 25; i++) {
            console.requests.in(RequestState.SIGNED);
        }
        Visitor visitor = console.as(Post.COMMUNITY);
        String first = visitor.get("/console/requests?state=open").body();
        String next = first.substring(first.indexOf("/console/requests?state=open&amp;before="));
        String second = visitor.get(next.substring(0, next.indexOf('"')).replace("&amp;", "&"))
                .body();
        assertThat(first.split("row-link", -1)).hasSize(21);
        assertThat(second.split("row-link", -1)).hasSize(6);
        assertThat(second).contains("HY20261121-0001").doesNotContain("更早的诉求");
    }

    @Test
    void numberShouldLeadToItsRequest() {
        ServiceRequest request = console.requests.in(RequestState.SIGNED);
        Visitor visitor = console.as(Post.DISPATCHER);
        assertThat(visitor.get("/console/requests?number=hy20261121-1").location())
                .isEqualTo("/console/requests/" + request.id());
        assertThat(visitor.get("/console/requests?number=HY20261121-9999").body())
                .contains("没有找到编号");
        assertThat(visitor.get("/console/requests?number=<b>x").body()).contains("&lt;b&gt;x");
    }

    @Test
    void wordsShouldBeReadByThoseWhoHandleItOnly() {
        ServiceRequest request = console.requests.in(RequestState.SIGNED);
        String address = "/console/requests/" + request.id();
        assertThat(console.as(Post.DISPATCHER).get(address).body()).contains(Sample.WORDS, Sample.ADDRESS);
        assertThat(console.as(Post.SUBDISTRICT).get(address).body())
                .contains("只给办理这件诉求的人看")
                .doesNotContain(Sample.WORDS, Sample.ADDRESS);
        assertThat(console.as(Post.ADMIN).get(address).status()).isEqualTo(403);
    }

    @Test
    void unknownRequestShouldLookLikeOneNotToBeSeen() {
        Visitor visitor = console.as(Post.DISPATCHER);
        for (String id : List.of("0".repeat(32), "x", "..%2f..")) {
            Answer answer = visitor.get("/console/requests/" + id);
            assertThat(answer.status()).isIn(404, 400);
        }
    }

    @Test
    void dispatcherShouldSendARequestToItsUnit() {
        ServiceRequest request = console.requests.waiting("这是谁管的呀");
        Visitor visitor = console.as(Post.DISPATCHER);
        assertThat(visitor.get("/console/triage").body())
                .contains("这是谁管的呀", "不确定是哪一类", request.id().value());
        String page = visitor.get("/console/requests/" + request.id()).body();
        assertThat(page).contains("/dispatch\"", "/decline\"", "/ask-info\"").doesNotContain("/urge\"");
        Answer answer = visitor.post("/console/requests/" + request.id() + "/dispatch", Map.of("unit", "g02"));
        assertThat(answer.location()).endsWith("?told=done");
        ServiceRequest after = console.requests.stored(request.id());
        assertThat(after.state()).isEqualTo(RequestState.DISPATCHED);
        assertThat(after.history().getLast().actor().id()).isEqualTo("dispatcher");
        assertThat(visitor.get(answer.location()).body()).contains("已办好", "第二网格");
        assertThat(visitor.get("/console/triage").body()).contains("没有等着分拨的诉求");
    }

    @Test
    void formNotInOrderShouldComeBackWithWhatWasTyped() {
        ServiceRequest request = console.requests.waiting("邻居家的官司");
        Visitor visitor = console.as(Post.DISPATCHER);
        visitor.get("/console/requests/" + request.id());
        Answer answer = visitor.post(
                "/console/requests/" + request.id() + "/decline",
                Map.of("reason", "NONSENSE", "alternative", "请去法院立案大厅"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("请从列表里选一个理由", "请去法院立案大厅");
        answer = visitor.post("/console/requests/" + request.id() + "/merge", Map.of("main", "HY20261121-9999"));
        assertThat(answer.body()).contains("没有这个编号，请核对");
        assertThat(console.requests.stored(request.id()).history()).hasSize(1);
    }

    @Test
    void mergeShouldFindTheMainRequestByItsNumber() {
        ServiceRequest main = console.requests.in(RequestState.SIGNED);
        ServiceRequest request = console.requests.waiting("同一盏灯");
        Visitor visitor = console.as(Post.COMMUNITY);
        visitor.get("/console/requests/" + request.id());
        visitor.post(
                "/console/requests/" + request.id() + "/merge",
                Map.of("main", main.number().toString()));
        assertThat(console.requests.stored(request.id()).state()).isEqualTo(RequestState.MERGED);
    }

    @Test
    void clickOnAnOldPageShouldBeToldKindlyAndChangeNothing() {
        ServiceRequest request = console.requests.waiting("这是谁管的呀");
        String address = "/console/requests/" + request.id();
        Visitor slow = console.as(Post.DISPATCHER);
        slow.get(address);
        Visitor fast = console.as(Post.COMMUNITY);
        fast.get(address);
        fast.post(address + "/dispatch", Map.of("unit", "g02"));
        Answer answer = slow.post(address + "/decline", Map.of("reason", "POLICE", "alternative", "请报警"));
        assertThat(answer.location()).endsWith("?told=overtaken");
        assertThat(slow.get(answer.location()).body()).contains("有了新的进展");
        assertThat(console.requests.stored(request.id()).state()).isEqualTo(RequestState.DISPATCHED);
    }

    @Test
    void buttonPressedTwiceShouldCountOnce() {
        ServiceRequest request = console.requests.in(RequestState.IN_PROGRESS);
        Visitor visitor = console.as(Post.COMMUNITY);
        visitor.get("/console/requests/" + request.id());
        for (int i = 0; i < 2; i++) {
            assertThat(visitor.post("/console/requests/" + request.id() + "/urge", Map.of())
                            .location())
                    .endsWith("?told=done");
        }
        assertThat(console.requests.stored(request.id()).count(Verb.URGE)).isEqualTo(1);
    }

    @Test
    void postShouldNotDoWhatItsPageDoesNotOffer() {
        ServiceRequest request = console.requests.waiting("这是谁管的呀");
        Visitor visitor = console.as(Post.SUBDISTRICT);
        String address = "/console/requests/" + request.id();
        assertThat(visitor.get(address).body()).doesNotContain("/dispatch\"");
        Answer answer = visitor.post(address + "/dispatch", Map.of("unit", "g02"));
        assertThat(answer.status()).isIn(303, 403);
        assertThat(console.requests.stored(request.id()).state()).isEqualTo(RequestState.TRIAGE);
    }

    @Test
    void communityShouldHandleWhatItLeadsItself() {
        ServiceRequest request =
                console.requests.ledBy(SampleRequests.COMMUNITY, RequestState.DISPATCHED, Tier.P3, "请社区出面协调");
        Visitor visitor = console.as(Post.COMMUNITY);
        String address = "/console/requests/" + request.id();
        for (String step : List.of("sign", "contact", "resolve")) {
            assertThat(visitor.get(address).body()).contains("/" + step + "\"");
            Answer answer =
                    visitor.post(address + '/' + step, Map.of("outcome", "", "reply", "已经协调好了", "evidence", "双方当面确认"));
            assertThat(answer.location()).as(step).endsWith("?told=done");
        }
        assertThat(console.requests.stored(request.id()).state()).isEqualTo(RequestState.FOLLOW_UP);
    }

    @Test
    void extendingShouldTakeADayBeforeTheLimitOnly() {
        ServiceRequest request = console.requests.in(RequestState.IN_PROGRESS);
        Visitor visitor = console.as(Post.COMMUNITY);
        String address = "/console/requests/" + request.id();
        visitor.get(address);
        assertThat(visitor.post(address + "/extend", Map.of("until", "soon", "why", "等配件"))
                        .body())
                .contains("请写成日期");
        visitor.post(address + "/extend", Map.of("until", "2026-12-10", "why", "等配件"));
        assertThat(console.requests.stored(request.id()).standing().due().resolve())
                .isEqualTo("2026-12-10T10:00:00Z");
    }

    @Test
    void everyVerbShouldHaveWordsOnThePage() {
        ServiceRequest request = console.requests.in(RequestState.SIGNED);
        for (Verb verb : Verb.values()) {
            RequestEvent event = Sample.event(
                    Sample.T0,
                    cn.huying.bot.request.Actor.system(),
                    verb,
                    RequestState.SIGNED,
                    RequestState.SIGNED,
                    "code");
            console.requests
                    .store
                    .compute(
                            request.id(), r -> new Decision.Write<>(r.after(event, r.submission(), r.standing()), verb))
                    .block(Duration.ofSeconds(5));
        }
        assertThat(console.as(Post.DISPATCHER)
                        .get("/console/requests/" + request.id())
                        .status())
                .isEqualTo(200);
    }
}
