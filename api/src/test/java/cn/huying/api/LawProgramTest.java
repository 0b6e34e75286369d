package cn.huying.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.huying.bot.content.law.LawIntake;
import cn.huying.bot.content.law.LawShelf;
import cn.huying.bot.content.law.Laws;
import cn.huying.bot.statute.NearbyLaws;
import cn.huying.knowledge.law.text.Law;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/** The whole demo in one process: an invented law is imported while it runs, asked about by its number and by its matter, and again after a restart. */
@Tag("slow")
class LawProgramTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String RESIDENT = "oDemoResident00000000001";
    private static final Law LAW =
            Laws.whole("青禾鸽棚条例", "2024-05-06", "第一条 在楼顶搭建鸽棚饲养信鸽的，应当征得同一单元全体业主的书面同意。\n\n第二条 本条例自2024年6月1日起施行。\n");

    @TempDir
    private Path data;

    @Test
    void importedLawShouldBeReadByItsNumberAndFoundAfterARestart() throws Exception {
        try (DemoProgram program = new DemoProgram(data)) {
            assertThat(program.bean(NearbyLaws.class).any()).isFalse();
            new LawIntake(program.bean(LawShelf.class), Schedulers.boundedElastic())
                    .take(List.of(LAW), Function.identity(), _ -> {})
                    .block(PATIENCE);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(asked(program, "青禾鸽棚条例第一条")).contains("全体业主的书面同意", "不是对您这件事的法律意见"));
            await().atMost(PATIENCE).until(() -> program.bean(NearbyLaws.class).any());
        }
        assertThat(data.resolve("index/laws/current")).exists();
        assertThat(data.resolve("index/laws/clean")).exists();
        try (DemoProgram program = new DemoProgram(data)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(asked(program, "青禾鸽棚条例第一条")).contains("全体业主的书面同意"));
        }
    }

    private static String asked(DemoProgram program, String words) throws Exception {
        HttpResponse<String> response = program.postJson(
                "/simulator/api/residents/" + RESIDENT + "/actions", Map.of("action", "say", "text", words));
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
        for (JsonNode phone : program.state().get("phones")) {
            if (phone.get("openId").asString().equals(RESIDENT)) {
                JsonNode entries = phone.get("entries");
                return entries.get(entries.size() - 1).get("text").asString();
            }
        }
        throw new AssertionError("no phone");
    }
}
