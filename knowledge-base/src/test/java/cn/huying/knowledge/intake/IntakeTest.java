package cn.huying.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.faq.KnowledgeFiles;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
    private static final Path SAMPLES =
            Path.of(System.getProperty("huying.root", "..")).resolve("config/demo/import");
    private static final String CSV = """
            编号,主题,问题,其他问法,答案,来源,地区,生效,核对日期
            quiet,邻里,夜里太吵怎么办？,"夜里吵
            楼上太吵
            邻居吵
            吵得睡不着",先好好说。,《噪声法》第一条,全国,2021-01-01,2026-01-01
            """;
    private static final String MD = """
            # 邻里

            ## quiet 夜里太吵怎么办？

            先好好说。

            ### 其他问法

            - 夜里吵
            - 楼上太吵
            - 邻居吵
            - 吵得睡不着

            ### 来源

            - 《噪声法》第一条

            ### 适用

            - 地区：全国
            - 生效：2021-01-01
            - 核对日期：2026-01-01
            """;

    @TempDir
    private Path folder;

    @Test
    void theSameEntryShouldComeFromEveryForm() throws IOException {
        assertThat(read("a.csv", CSV)).isEqualTo(read("a.md", MD)).hasSize(1);
    }

    @Test
    void theSampleFilesShouldAllBringTheSame() {
        List<Entry> markdown = read(SAMPLES.resolve("sample.md"));

        assertThat(markdown).hasSize(2);
        for (String name : List.of("sample.yml", "sample.csv", "sample.xlsx")) {
            assertThat(read(SAMPLES.resolve(name))).as(name).isEqualTo(markdown);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void everyUsualEncodingShouldBeRecognised(String charset) throws IOException {
        Path file = folder.resolve("a.csv");
        Files.write(file, CSV.getBytes(Charset.forName(charset)));
        assertThat(read(file)).isEqualTo(read("b.csv", CSV));
        Files.write(file, ("\uFEFF" + CSV).getBytes(Charset.forName(charset)));
        assertThat(read(file)).isEqualTo(read("b.csv", CSV));
    }

    @Test
    void mixedEncodingsShouldBeRefusedRatherThanGarbled() throws IOException {
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        List<String> lines = CSV.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            mixed.write(lines.get(i).getBytes(i % 2 == 0 ? StandardCharsets.UTF_8 : Charset.forName("GB18030")));
            mixed.write('\n');
        }
        Path file = Files.write(folder.resolve("a.csv"), mixed.toByteArray());

        assertThat(problems(file)).contains("认不出文字编码");
    }

    @Test
    void halfATextShouldNeverBecomeOtherCharacters() throws IOException {
        byte[] whole = CSV.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length - 1; length++) {
            Path file = Files.write(folder.resolve("a.csv"), Arrays.copyOf(whole, length));
            ConfigException refused = catchThrowableOfType(ConfigException.class, () -> read(file));
            if (refused == null) {
                assertThat(read(file)).as("%d bytes", length).isEqualTo(read("b.csv", CSV));
            }
        }
    }

    @Test
    void mistakesOfATableShouldBeNamedWithRowAndColumn() throws IOException {
        String wrong = CSV.replace("quiet", "Quiet!")
                        .replace("2021-01-01", "2024-02-30")
                        .replace("《噪声法》第一条", "听说的") + "loud,邻里,,,,,,,\nshort,邻里\n";
        String told = problems(write("a.csv", wrong));

        assertThat(told)
                .contains("a.csv 第 2 行 A（编号） 列：id 写法有误")
                .contains("第 2 行 F（来源） 列：来源看不懂")
                .contains("第 2 行 H（生效） 列：日期写法有误：2024-02-30")
                .contains("第 6 行 C（问题） 列：缺少 question")
                .contains("第 6 行 D（其他问法） 列：问法只有 0 种")
                .contains("第 7 行：这一行只有 2 列，表头有 9 列");
    }

    @Test
    void unknownOrMissingColumnsShouldBeRefused() throws IOException {
        assertThat(problems(write("a.csv", CSV.replace("地区", "大区")))).contains("第 1 行 G 列：不认识的列：大区");
        assertThat(problems(write("a.csv", CSV.replace("地区", "问题")))).contains("列 问题 出现了两次");
        assertThat(problems(write("a.csv", CSV.replace("答案", "备注")))).contains("缺少列 答案");
        assertThat(problems(write("a.csv", CSV.replace("《噪声法》第一条,", "《噪声法》第一条,多,"))))
                .contains("超出表头的内容");
        assertThat(problems(write("a.csv", "编号,问题,答案\n"))).contains("表里没有一行问答");
        assertThat(problems(write("a.csv", CSV.replace("睡不着\"", "睡不着")))).contains("引号没有配对");
    }

    @Test
    void mistakesOfADocumentShouldBeNamedWithTheirLine() throws IOException {
        String wrong = MD.replace("### 来源", "### 出处")
                .replace("- 地区：全国", "- 大区：全国\n随便一行")
                .replace("- 夜里吵", "夜里吵");
        assertThat(problems(write("a.md", wrong)))
                .contains("a.md 第 14 行：不认识的小节：出处")
                .contains("第 9 行：这里应当是一个列表")
                .contains("看不懂的一项")
                .contains("缺少来源")
                .contains("第 21 行：这里应当是一个列表");
    }

    @Test
    void entriesShouldBeHeldAgainstWhatIsThere() throws IOException {
        List<Entry> known = read("a.csv", CSV);
        Path same = write("b.csv", CSV);
        Path other = write("c.csv", CSV.replace("quiet", "silent"));

        assertThat(Intake.read(List.of(same), Optional.empty(), known, _ -> {}).entries())
                .isEqualTo(known);
        assertThat(catchThrowableOfType(
                        ConfigException.class, () -> Intake.read(List.of(other), Optional.empty(), known, _ -> {})))
                .hasMessageContaining("已经写在 现有条目 quiet");
    }

    @Test
    void problemsOfAllFilesShouldBeToldAtOnce() throws IOException {
        write("a.csv", CSV.replace("quiet", "Quiet"));
        write("b.md", MD.replace("2026-01-01", "2026-13-01"));
        write("c.yml", "topic: [");
        write("d.xlsx", "not a zip");
        write("e(2020-01-01).md", "# 法\n\n<!-- INFO END -->\n\n第二条 x\n");

        assertThat(problems(folder))
                .contains("a.csv", "b.md", "c.yml", "d.xlsx", "e(2020-01-01).md")
                .contains("不是完整的 .xlsx 文件", "第一个条文是第二条");
    }

    @Test
    void twoTextsOfOneVersionOfALawShouldBeRefused() throws IOException {
        String law = "# 法\n\n<!-- INFO END -->\n\n第一条 自2020年1月1日起施行。\n";
        write("a(2020-01-01).md", law);
        write("b(2020-01-01).md", law.replace("自", "本法自"));

        assertThat(problems(folder)).contains("同一部法律的同一个版本");
    }

    @Test
    void scriptsInAnswersShouldStayText() throws IOException {
        String script = "<script>alert(1)</script><img src=x onerror=y>";
        assertThat(read("a.md", MD.replace("先好好说。", script)).getFirst().answer().text())
                .isEqualTo(script);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void anyCutAndAnyNoiseShouldBeReadOrRefusedInWords(Format format) throws IOException {
        byte[] good = Export.written(List.of(RandomContent.everywhere("x")), format);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            byte[] bad = random.nextInt(4) == 0
                    ? new byte[random.nextInt(200)]
                    : Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int i = random.nextInt(20); i > 0 && bad.length > 0; i--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("x." + format.ending()), bad);
            try {
                read(file);
            } catch (ConfigException refused) {
                assertThat(refused.problems())
                        .as("seed %d round %d", seed, round)
                        .isNotEmpty();
            }
        }
    }

    /** Time shows what is worse than linear: a second would be plenty for any of them. */
    @Test
    void hugeLinesAndDeepNestingShouldCostNoMoreThanTheirLength() throws IOException {
        List<Path> files = List.of(
                write("a.yml", "[".repeat(2_000_000)),
                write("b.yml", "a: &a [x]\n" + "b: [*a,*a,*a,*a]\n".repeat(1_000)),
                write("c.csv", "编号,问题,答案\n" + "\"".repeat(4_000_001)),
                write("d.csv", "编号,问题,答案\n" + "x".repeat(5_000_000)),
                write("e.csv", ",".repeat(3_000_000)),
                write("f.md", "# " + "x".repeat(5_000_000)),
                write("g.md", "## a b\n" + "#".repeat(3_000_000)),
                write("h.md", "## a b\n### 来源\n- " + "《".repeat(3_000_000)),
                write("i.md", "## a b\n### 来源\n- " + "\\《".repeat(1_000_000)),
                write("j.md", "# x\n<!-- INFO END -->\n" + "第".repeat(3_000_000)),
                write("k.md", "# x\n<!-- INFO END -->\n第一条 " + "《甲》同时废止".repeat(300_000)),
                write("l.md", "# x\n<!-- INFO END -->\n第一条 " + "年月日施行".repeat(300_000)),
                write("m.md", "\n".repeat(5_000_000)));
        for (Path file : files) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> assertThat(problems(file)).as(file.toString()).isNotEmpty());
        }
    }

    @Test
    void aFileOfTooManyBytesShouldBeRefused() throws IOException {
        assertThat(problems(Files.write(folder.resolve("a.md"), new byte[(16 << 20) + 1])))
                .contains("超过 16 MB");
    }

    @Test
    void controlCharactersShouldBeRefusedInYamlToo() {
        String text =
                new String(Export.written(read(SAMPLES.resolve("sample.yml")), Format.YAML), StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(
                        ConfigException.class,
                        () -> KnowledgeFiles.of(List.of(
                                YamlFile.of("a.yml", text.replaceFirst("question: .*", "question: \"a\\\\0b\""))))))
                .hasMessageContaining("U+0000");
    }

    private List<Entry> read(String name, String text) throws IOException {
        return read(write(name, text));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<Entry> read(Path path) {
        return Intake.read(Intake.files(path), Optional.empty(), List.of(), _ -> {})
                .entries();
    }

    private static String problems(Path path) {
        return String.valueOf(
                catchThrowableOfType(ConfigException.class, () -> read(path)).getMessage());
    }
}
