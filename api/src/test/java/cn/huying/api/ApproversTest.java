package cn.huying.api;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.settings.Settings;
import cn.huying.bot.grid.folder.GridFolder;
import cn.huying.bot.taxonomy.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApproversTest {
    @TempDir
    private Path config;

    @Test
    void approverOfTheDemoShouldBeOneOfItsMembersWhoMayApprove() {
        Predicate<String> approvers = ConfigCheck.approvers(settings(true));

        assertThat(approvers).accepts("approver").rejects("author", "worker1", "the-cat");
    }

    @Test
    void accountsOfTheFileShouldCountAndNotTheDemos() throws IOException {
        Predicate<String> approvers = ConfigCheck.approvers(settings(false));
        assertThat(approvers).as("no file, nobody").rejects("approver");

        Files.writeString(config.resolve("staff.yml"), """
                staff:
                  - {id: li-na, password: "{bcrypt}$2y$12$%1$s", grid: "%2$s", post: APPROVER}
                  - {id: wang-wei, password: "{bcrypt}$2y$12$%1$s", grid: "%2$s", post: AUTHOR}
                """.formatted("x".repeat(53), community()));

        assertThat(approvers).accepts("li-na").rejects("wang-wei", "approver");
    }

    private String community() {
        return ConsoleConfiguration.directory(
                        settings(true), GridFolder.read(demoCommunity()).tree())
                .find("approver")
                .orElseThrow()
                .grid()
                .value();
    }

    private static Path demoCommunity() {
        return Config.root().resolve("config/demo/community");
    }

    private Settings settings(boolean demo) {
        return new Settings(
                demo,
                config,
                config,
                "",
                "http://localhost:8080",
                ZoneId.of("Asia/Shanghai"),
                new Settings.Stores("", ""),
                demoCommunity(),
                new Settings.WeChat(List.of(), ""),
                new Settings.WeCom("", Map.of(), new Settings.App("", "", "", "", "")));
    }
}
