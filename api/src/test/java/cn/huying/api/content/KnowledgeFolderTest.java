package cn.huying.api.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.bot.content.Editions;
import cn.huying.bot.content.InMemoryEditionLog;
import cn.huying.bot.taxonomy.Config;
import cn.huying.bot.taxonomy.Taxonomy;
import cn.huying.knowledge.load.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;

class KnowledgeFolderTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Taxonomy TAXONOMY = Config.taxonomy();
    private static final String ENTRY = """
            topic: 例子
            entries:
              - id: lamp
                question: 楼道灯归谁修？
                variants: [楼道灯谁修, 楼道灯坏了找谁, 走廊灯不亮谁管, 楼梯灯谁换]
                answer: 物业维修。
                sources: [{law: 例法, article: 第一条}]
                region: 全国
                effective: {from: 2021-01-01}
                reviewed: 2026-11-20
                action: {category: PRO02}
            """;

    @TempDir
    private Path path;

    private KnowledgeFolder folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(path.resolve("a.yml"), ENTRY);
        folder = new KnowledgeFolder(path);
    }

    @Test
    void folderADatabaseCouldBeginWithShouldPass() {
        assertThatCode(() -> folder.refuseWrong(TAXONOMY)).doesNotThrowAnyException();
        assertThat(folder.golden().answerable()).as("no file, no questions").isEmpty();
        assertThat(folder.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.toString()).contains("golden.yml", "标准问题"));
    }

    @Test
    void unknownCategoryShouldBeRefusedWithItsEntry() throws IOException {
        Files.writeString(path.resolve("a.yml"), ENTRY.replace("PRO02", "XYZ01"));

        assertThatThrownBy(() -> folder.refuseWrong(TAXONOMY))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("lamp", "XYZ01");
    }

    @Test
    void brokenGoldenQuestionsShouldBeRefused() throws IOException {
        Files.writeString(path.resolve("golden.yml"), "answerable: [");

        assertThatThrownBy(() -> folder.refuseWrong(TAXONOMY)).isInstanceOf(ConfigException.class);
    }

    @Test
    void youngestFileShouldTellWhenTheFolderWasWritten() throws IOException {
        assertThat(folder.written()).isEqualTo(Files.getLastModifiedTime(path.resolve("a.yml")));
        assertThat(new KnowledgeFolder(path.resolve("gone")).written().toMillis())
                .isZero();
    }

    @Test
    void comparingShouldNeverFailForWhatEditorsWrote() throws IOException {
        Editions editions =
                new Editions(new InMemoryEditionLog(), List.of(), Schedulers.immediate(), Clock.systemUTC());
        assertThat(folder.compared(editions).block(WAIT)).isZero();

        Files.writeString(path.resolve("a.yml"), "topic: [");
        assertThat(folder.compared(editions).block(WAIT)).isZero();
    }
}
