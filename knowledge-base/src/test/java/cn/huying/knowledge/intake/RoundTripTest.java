package cn.huying.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huying.knowledge.faq.Action;
import cn.huying.knowledge.faq.Answer;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.EntryId;
import cn.huying.knowledge.faq.KnowledgeFiles;
import cn.huying.knowledge.faq.Source;
import cn.huying.knowledge.faq.Wording;
import cn.huying.knowledge.load.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
    private static final Path CONTENT =
            Path.of(System.getProperty("huying.root", "..")).resolve("config/knowledge");
    private static final int ROUNDS = 60;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Format.class)
    void anyContentShouldComeBackAsItWas(Format format) throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<Entry> content = RandomContent.of(random);
            assertThat(back(content, format))
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(content);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theProjectsOwnContentShouldComeBackAsItWas(Format format) throws IOException {
        List<Entry> content = KnowledgeFiles.load(CONTENT);

        assertThat(back(content, format)).isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aFolderShouldComeBackAsItWas(Format format) throws IOException {
        List<Entry> content = KnowledgeFiles.load(CONTENT);
        Export.toFolder(content, format, folder.resolve("out"));

        List<Entry> back = read(folder.resolve("out"));

        assertThat(back.stream().sorted(Comparator.comparing(Entry::id)).toList())
                .isEqualTo(
                        content.stream().sorted(Comparator.comparing(Entry::id)).toList());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void hardTextsShouldComeBackAsTheyWere(Format format) throws IOException {
        for (String hard : List.of(
                "=HYPERLINK(\"http://x\")",
                "'=1+1",
                "''",
                "+86",
                "-1",
                "@cmd",
                "＝1",
                "－",
                "a,b;c\td",
                "引号\"里\"外",
                "第一行\n\n  缩进的第三行\n# 像标题\n\\# 像转义\n- 像列表\n### 来源",
                "<script>alert(1)</script><!-- x -->",
                "👨‍👩‍👧 😀 𠮷",
                "\\n 与 \\\\ 与 \\《",
                "_x000D_ _x005F_",
                "《甲》（乙）：丙、丁",
                "|表格|",
                "---",
                "a: b # c",
                "null",
                "1.10",
                "2026-01-31",
                "% & * ! ? {} []",
                "(（《》）)")) {
            List<Entry> content = List.of(RandomContent.everywhere(hard));
            assertThat(back(content, format)).as(hard).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatNobodyCanTypeShouldNotBeExported(Format format) {
        for (String bad : List.of("a\u0000b", "\u202Egpj.exe", "x\uD800", "\uFFFD")) {
            assertThatThrownBy(() -> Export.written(List.of(RandomContent.everywhere(bad)), format))
                    .as(format + bad)
                    .isInstanceOf(ConfigException.class);
        }
    }

    @Test
    void aTopicShouldNotLeadOutOfTheFolder() throws IOException {
        for (String topic : List.of("../../x", "CON", "a\u0000b/c", "x".repeat(300), "\u202Egpj.exe")) {
            Entry entry = RandomContent.everywhere("x");
            Entry named = new Entry(
                    entry.id(),
                    topic.replace("\u0000", "").replace("\u202E", ""),
                    entry.wording(),
                    entry.answer(),
                    entry.sources(),
                    entry.validity(),
                    entry.action());
            Export.toFolder(List.of(named), Format.YAML, folder.resolve("deep/er"));
        }
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.relativize(file).toString()))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("deep/er/01-") && name.endsWith(".yml") && name.length() < 70);
        }
    }

    @Test
    void formulasShouldBeShieldedInCsvOnly() throws IOException {
        List<Entry> content = List.of(RandomContent.everywhere("=1+1"));
        Export.toFile(content, Format.CSV, folder.resolve("a.csv"));

        assertThat(Files.readString(folder.resolve("a.csv")))
                .contains(",'=1+1,")
                .doesNotContain(",=");
    }

    @Test
    void sourcesShouldReadAsTheyAreShown() throws IOException {
        Entry entry = RandomContent.everywhere("x");
        Entry sourced = new Entry(
                new EntryId("a"),
                "t",
                new Wording("问题一", List.of("a1", "a2", "a3", "a4")),
                new Answer("答", List.of(), List.of()),
                List.of(
                        new Source.Article("中华人民共和国民法典", "第九百四十四条", ""),
                        new Source.Article("关于《甲》的解释", "第一条", "第二款"),
                        new Source.Policy("物业服务指引", "某市住建局", "第三章（二）")),
                entry.validity(),
                new Action(Optional.empty(), Optional.empty(), List.of()));
        String markdown =
                new String(Export.written(List.of(sourced), Format.MARKDOWN), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(markdown).contains("- 《中华人民共和国民法典》第九百四十四条\n").contains("- 某市住建局《物业服务指引》（第三章（二））\n");
        Files.writeString(folder.resolve("a.md"), markdown.replace("\\《", "《").replace("\\》", "》"));
        assertThat(read(folder.resolve("a.md"))).containsExactly(sourced);
    }

    private List<Entry> back(List<Entry> content, Format format) throws IOException {
        Path file = folder.resolve("x." + format.ending());
        Export.toFile(content, format, file);
        return read(file);
    }

    private static List<Entry> read(Path path) {
        return Intake.read(Intake.files(path), Optional.empty(), List.of(), _ -> {})
                .entries();
    }
}
