package cn.huying.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huying.bot.delivery.OutboxEntry;
import cn.huying.bot.request.ServiceRequestStore;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole demo in one process: a resident writes, the bot answers the real way, the grid's group hears of it, once. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeProgramTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private static Path data;

    private DemoProgram program;

    @BeforeAll
    void start() {
        program = new DemoProgram(data);
    }

    @AfterAll
    void stop() {
        program.close();
    }

    @Test
    void reportShouldReachTheGridsGroupOnceAndItsResidentAtOnce() throws Exception {
        String resident = "oDemoResident00000000001";
        say(resident, "3栋2单元楼道灯坏了好几天");
        say(resident, "幸福里");
        say(resident, "确认");

        String number = number(lastReply(resident));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(postsNaming(number)).isNotEmpty());

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nothingLeftToSend()).isTrue());
        assertThat(groupsNaming(number)).doesNotHaveDuplicates();
        assertThat(postsNaming(number))
                .allSatisfy(post -> assertThat(post).contains("幸福里小区3栋").doesNotContain("2单元", "好几天", resident));
    }

    @Test
    void emergencyShouldBeInstructedAndAlertedInEveryGroupOnce() throws Exception {
        String resident = "oDemoResident00000000002";
        say(resident, "杏花苑5栋着火了");

        String reply = lastReply(resident);
        assertThat(reply).contains("119");
        String number = number(reply);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(postsNaming(number)).isNotEmpty());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(nothingLeftToSend()).isTrue());
        List<String> posts = postsNaming(number);
        assertThat(posts).as("community, grid and those above").hasSizeGreaterThanOrEqualTo(2);
        assertThat(groupsNaming(number)).doesNotHaveDuplicates().hasSameSizeAs(posts);
    }

    @Test
    void workerOnDutyShouldTakeAndReportByTappingTheCard() throws Exception {
        String resident = "oDemoResident00000000003";
        say(resident, "幸福里2栋1单元的下水道堵了，污水漫出来了");
        say(resident, "确认");
        String number = number(lastReply(resident));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(cardsNaming(number)).hasSize(1));
        JsonNode card = cardsNaming(number).getFirst();
        assertThat(card.toString()).contains("幸福里小区2栋", "接单", "退单").doesNotContain("1单元", "漫出来", resident);

        String worker = card.get("worker").asString();
        assertThat(tap(worker, card, "sign")).contains("taken");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                cardsNaming(number).getFirst().get("status").asString())
                        .contains("已接单"));
        assertThat(tap(worker, cardsNaming(number).getFirst(), "contact")).contains("taken");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(cardsNaming(number).getFirst().toString()).contains("办结", "/worker/requests/"));
    }

    @Test
    void workerOnDutyShouldGiveBackWithAReasonByTappingTheCard() throws Exception {
        String resident = "oDemoResident00000000004";
        act(resident, Map.of("action", "follow"));
        say(resident, "幸福里4栋1单元的下水道堵了，污水漫出来了");
        say(resident, "确认");
        String number = number(lastReply(resident));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(cardsNaming(number)).hasSize(1));
        JsonNode card = cardsNaming(number).getFirst();
        String worker = card.get("worker").asString();

        assertThat(tap(worker, card, "return")).contains("taken");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(cardsNaming(number).getFirst().toString()).contains("return_duty"));
        assertThat(tap(worker, cardsNaming(number).getFirst(), "return_duty")).contains("taken");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(cardsNaming(number).getFirst().toString()).doesNotContain("return_duty", "接单"));
    }

    private List<JsonNode> cardsNaming(String number) throws Exception {
        return program.state()
                .get("workers")
                .valueStream()
                .flatMap(worker -> worker.get("cards").valueStream())
                .filter(card -> card.toString().contains(number))
                .toList();
    }

    private String tap(String worker, JsonNode card, String key) throws Exception {
        HttpResponse<String> response = program.postJson(
                "/simulator/api/workers/" + worker + "/taps",
                Map.of("task", card.get("task").asString(), "key", key));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private boolean nothingLeftToSend() {
        ServiceRequestStore store = program.bean(ServiceRequestStore.class);
        List<OutboxEntry> listed = store.withListedOutbox(10)
                .flatMapIterable(request -> request.outbox())
                .collectList()
                .block(PATIENCE);
        assertThat(listed).isEmpty();
        Instant farAhead = Instant.parse("2999-01-01T00:00:00Z");
        return Boolean.TRUE.equals(store.withDueOutbox(farAhead, 10)
                .hasElements()
                .map(some -> !some)
                .block(PATIENCE));
    }

    private void say(String resident, String words) throws Exception {
        act(resident, Map.of("action", "say", "text", words));
    }

    private void act(String resident, Map<String, String> action) throws Exception {
        HttpResponse<String> response = program.postJson("/simulator/api/residents/" + resident + "/actions", action);
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    }

    private String lastReply(String resident) throws Exception {
        for (JsonNode phone : program.state().get("phones")) {
            if (phone.get("openId").asString().equals(resident)) {
                JsonNode entries = phone.get("entries");
                return entries.get(entries.size() - 1).get("text").asString();
            }
        }
        throw new AssertionError("no phone");
    }

    private static String number(String reply) {
        int at = reply.indexOf("HY");
        assertThat(at).as(reply).isGreaterThanOrEqualTo(0);
        return reply.substring(at, at + "HY20261121-0001".length());
    }

    private List<String> postsNaming(String number) throws Exception {
        return posts().stream()
                .filter(post -> post.text().contains(number))
                .map(Post::text)
                .toList();
    }

    private List<String> groupsNaming(String number) throws Exception {
        return posts().stream()
                .filter(post -> post.text().contains(number))
                .map(Post::group)
                .toList();
    }

    private record Post(String group, String text) {}

    private List<Post> posts() throws Exception {
        return program.state()
                .get("groups")
                .valueStream()
                .flatMap(group -> group.get("posts")
                        .valueStream()
                        .map(post -> new Post(
                                group.get("gridId").asString(),
                                post.get("content").asString())))
                .toList();
    }
}
