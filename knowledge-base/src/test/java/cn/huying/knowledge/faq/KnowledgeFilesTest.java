package cn.huying.knowledge.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.ConfigProblem;
import cn.huying.knowledge.load.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeFilesTest {
    private static final String GOOD = """
            topic: 物业与业主
            entries:
              - id: fee-refuse
                question: 物业服务不好，可以不交物业费吗？
                variants: [物业不干活我能不交钱吗, 物业费不交会怎样, 不想交物业费, 物业太差拒交费]
                answer: |
                  不能一律不交。
                  可以要求整改。
                steps: [先沟通, 再投诉]
                bring: [合同]
                sources:
                  - {law: 中华人民共和国民法典, article: 第九百四十四条}
                  - {policy: 物业服务指引, issuer: 某市住建局, note: 第三章}
                region: 全国
                effective: {from: 2021-01-01, until: 2030-12-31}
                reviewed: 2026-11-20
                action: {category: PRO02, phone: "12345", related: [fee-refuse]}
            """;

    @Test
    void everyFieldOfAnEntryShouldBeRead() {
        Entry entry = KnowledgeFiles.of(List.of(YamlFile.of("a.yml", GOOD))).getFirst();

        assertThat(entry.id()).hasToString("fee-refuse");
        assertThat(entry.topic()).isEqualTo("物业与业主");
        assertThat(entry.wording().phrases()).hasSize(5).first().isEqualTo(entry.question());
        assertThat(entry.answer()).isEqualTo(new Answer("不能一律不交。\n可以要求整改。", List.of("先沟通", "再投诉"), List.of("合同")));
        assertThat(entry.sources())
                .extracting(Source::cite)
                .containsExactly("《中华人民共和国民法典》第九百四十四条", "某市住建局《物业服务指引》（第三章）");
        assertThat(entry.validity())
                .isEqualTo(new Validity(
                        Validity.EVERYWHERE,
                        LocalDate.of(2021, 1, 1),
                        Optional.of(LocalDate.of(2030, 12, 31)),
                        LocalDate.of(2026, 11, 20)));
        assertThat(entry.action())
                .isEqualTo(new Action(Optional.of("PRO02"), Optional.of("12345"), List.of(new EntryId("fee-refuse"))));
    }

    @Test
    void anEntryShouldHoldFromItsFirstToItsLastDay() {
        Validity validity = KnowledgeFiles.of(List.of(YamlFile.of("a.yml", GOOD)))
                .getFirst()
                .validity();

        assertThat(validity.holdsOn(LocalDate.of(2020, 12, 31))).isFalse();
        assertThat(validity.holdsOn(LocalDate.of(2021, 1, 1))).isTrue();
        assertThat(validity.holdsOn(LocalDate.of(2030, 12, 31))).isTrue();
        assertThat(validity.holdsOn(LocalDate.of(2031, 1, 1))).isFalse();
    }

    @Test
    void eachMistakeShouldBeNamedWithItsLine() {
        refused("  - {law: 中华人民共和国民法典, article: 第九百四十四条}", "  - {law: 中华人民共和国民法典}", 12, "缺少 article");
        refused("id: fee-refuse\n", "id: Fee_Refuse\n", 3, "id 写法有误");
        refused(", 不想交物业费, 物业太差拒交费]", "]", 5, "问法只有 2 种");
        refused("不能一律不交。", "长".repeat(301), 6, "答案有 ");
        refused("from: 2021-01-01", "from: 2021年", 15, "日期写法有误");
        refused("from: 2021-01-01", "from: 2031-01-01", 15, "失效日期早于生效日期");
        refused("reviewed: 2026-11-20", "checked: 2026-11-20", 3, "缺少日期 reviewed");
        refused("reviewed: 2026-11-20", "checked: 2026-11-20", 16, "不认识的字段 checked");
        refused("PRO02", "物业", 17, "类别编码写法有误");
        refused("related: [fee-refuse]", "related: [no-such]", 17, "相关条目 no-such 不存在");
        refused("不想交物业费", "物业 费不交会怎样？", 5, "已经写在 a.yml 第 3 行");
        refused("region: 全国", "region: ''", 14, "缺少 region");
    }

    @Test
    void anEntryWithoutSourceShouldBeRefused() {
        String text = GOOD.replace("sources:\n", "sources: []\n")
                .replaceFirst(" {6}- \\{law.*\n", "")
                .replaceFirst(" {6}- \\{pol.*\n", "");
        assertThat(problems(text)).anyMatch(problem -> problem.reason().contains("缺少来源"));
    }

    @Test
    void idsAndPhrasesShouldBeComparedOverAllFiles() {
        ConfigException refused = catchThrowableOfType(
                ConfigException.class,
                () -> KnowledgeFiles.of(List.of(YamlFile.of("a.yml", GOOD), YamlFile.of("b.yml", GOOD))));

        assertThat(refused.problems())
                .allMatch(problem -> problem.file().equals("b.yml"))
                .anyMatch(problem -> problem.reason().equals("id fee-refuse 已经用在 a.yml 第 3 行"))
                .anyMatch(problem -> problem.reason().startsWith("问法“物业费不交会怎样”已经写在 a.yml"));
    }

    @Test
    void twoRegionsMayAnswerTheSameQuestion() {
        String local = GOOD.replace("fee-refuse", "fee-refuse-here").replace("全国", "青禾社区");

        assertThat(KnowledgeFiles.of(List.of(YamlFile.of("a.yml", GOOD), YamlFile.of("b.yml", local))))
                .hasSize(2);
    }

    @Test
    void loadShouldNameTheProblemsOfAllFilesAtOnce(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.yml"), "topic: [");
        Files.writeString(folder.resolve("b.yml"), GOOD.replace("PRO02", "x"));

        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> KnowledgeFiles.load(folder));

        assertThat(refused.problems())
                .extracting(problem -> Path.of(problem.file()).getFileName().toString())
                .containsExactly("a.yml", "b.yml");
    }

    @Test
    void folderWithoutAnyEntryShouldBeRefused(@TempDir Path folder) {
        assertThat(catchThrowableOfType(ConfigException.class, () -> KnowledgeFiles.load(folder)))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("没有任何问答");
    }

    @Test
    void aMissingFolderShouldBeRefused(@TempDir Path folder) {
        assertThat(catchThrowableOfType(ConfigException.class, () -> KnowledgeFiles.load(folder.resolve("none"))))
                .hasMessageContaining("文件夹无法读取");
    }

    private static void refused(String right, String wrong, int line, String reason) {
        assertThat(GOOD).contains(right);
        assertThat(problems(GOOD.replace(right, wrong)))
                .as("%s instead of %s", wrong, right)
                .anyMatch(problem -> problem.line() == line && problem.reason().contains(reason));
    }

    private static List<ConfigProblem> problems(String text) {
        return catchThrowableOfType(ConfigException.class, () -> KnowledgeFiles.of(List.of(YamlFile.of("a.yml", text))))
                .problems();
    }
}
