package cn.huying.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huying.bot.broadcast.Broadcast;
import cn.huying.bot.broadcast.BroadcastId;
import cn.huying.bot.broadcast.BroadcastState;
import cn.huying.bot.broadcast.Broadcasts;
import cn.huying.bot.broadcast.Change;
import cn.huying.bot.broadcast.Counts;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole demo: a red alert comes in by its door, is approved, reaches the two thousand residents of the demo and every group once, and is counted. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BroadcastProgramTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RESIDENTS = 2_000;

    @TempDir
    private static Path data;

    private final JsonMapper json = new JsonMapper();
    private DemoProgram program;
    private int groups;

    @BeforeAll
    void start() {
        program = new DemoProgram(data);
        groups = (int) program.bean(EditableFiles.class).tree().grids().stream()
                .filter(grid -> grid.group() && grid.active())
                .count();
    }

    @AfterAll
    void stop() {
        program.close();
    }

    private static String cap(String identifier, String msgType, String references) {
        Instant now = Instant.now();
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>%s</identifier>
                <sender>qixiang@demo.example</sender><sent>%s</sent><status>Actual</status><msgType>%s</msgType>
                <scope>Public</scope>%s<info><language>zh-CN</language><event>暴雨</event><severity>Extreme</severity>
                <expires>%s</expires><senderName>向晴区气象台</senderName><headline>向晴区气象台发布暴雨红色预警信号</headline>
                <description>预计未来3小时有强降雨。</description></info></alert>
                """.formatted(
                        identifier,
                        now,
                        msgType,
                        references.isEmpty() ? "" : "<references>" + references + "</references>",
                        now.plusSeconds(3_600));
    }

    private JsonNode hand(String cap, int status) throws IOException, InterruptedException {
        HttpResponse<String> answer = program.post("/api/alerts/cap", cap, "X-API-Key", "huying-demo-key");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return json.readTree(answer.body());
    }

    private String fromPhone(String openId) throws IOException, InterruptedException {
        return program.get("/simulator/api/phones/" + openId).body();
    }

    private Broadcast now(BroadcastId id) {
        return Objects.requireNonNull(program.bean(Broadcasts.class).find(id).block(PATIENCE));
    }

    private Counts counts(BroadcastId id) {
        return Objects.requireNonNull(
                program.bean(Broadcasts.class).counts(now(id)).block(PATIENCE));
    }

    @Test
    void redAlertShouldReachEverybodyOnceAndBeCounted() throws Exception {
        BroadcastId id = new BroadcastId(
                hand(cap("CN-9001", "Alert", ""), 201).path("broadcast").asString(""));
        assertThat(hand(cap("CN-9001", "Alert", ""), 200).path("result").asString(""))
                .isEqualTo("known");
        Instant begun = Instant.now();
        Change approved = program.bean(Broadcasts.class)
                .approve(id, now(id).seal(), "approver")
                .block(PATIENCE);
        assertThat(approved).isInstanceOf(Change.Changed.class);

        await().atMost(PATIENCE).until(() -> counts(id).tally().total() > 0);
        System.out.printf(
                "first batch after %d ms%n",
                Duration.between(begun, Instant.now()).toMillis());
        await().atMost(PATIENCE).until(() -> now(id).state() == BroadcastState.DONE);
        System.out.printf(
                "all after %d ms%n", Duration.between(begun, Instant.now()).toMillis());
        await().atMost(PATIENCE).until(() -> counts(id).tally().accepted() == 0);

        Counts counts = counts(id);
        assertThat(counts.recipients()).isEqualTo(RESIDENTS + groups);
        assertThat(counts.tally().delivered()).isEqualTo(RESIDENTS + groups);
        assertThat(fromPhone("oDemoResident00000000101")).contains("暴雨").contains("群发");
        List<String> calls = new ArrayList<>();
        program.state().path("calls").forEach(call -> {
            if (call.path("path").asString("").contains("/mass/send")) {
                calls.add(call.path("detail").asString(""));
            }
        });
        assertThat(calls).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void cancellationShouldLiftAnAlertThatWaits() throws Exception {
        BroadcastId id = new BroadcastId(
                hand(cap("CN-9002", "Alert", ""), 201).path("broadcast").asString(""));
        assertThat(hand(cap("CN-9003", "Cancel", "qixiang@demo.example,CN-9002,2026-11-21T12:00:00+08:00"), 200)
                        .path("stopped")
                        .asInt(0))
                .isEqualTo(1);
        assertThat(now(id).state()).isEqualTo(BroadcastState.CANCELLED);
    }
}
