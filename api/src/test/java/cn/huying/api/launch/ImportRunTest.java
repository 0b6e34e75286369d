package cn.huying.api.launch;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.content.Content;
import cn.huying.bot.content.Editions;
import cn.huying.bot.content.InMemoryEditionLog;
import cn.huying.bot.content.Sample;
import cn.huying.bot.content.law.InMemoryLawShelf;
import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.intake.Export;
import cn.huying.knowledge.intake.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportRunTest {
    private static final Path SAMPLES =
            Path.of(System.getProperty("huying.root", "..")).resolve("config/demo/import");
    private static final String LAW = """
            # 安静法

            <!-- INFO END -->

            第一条 应当安静。

            第二条 本法自2020年1月1日起施行。
            """;

    private final InMemoryEditionLog log = new InMemoryEditionLog();
    private final InMemoryLawShelf shelf = new InMemoryLawShelf();
    private final Entry seed = Sample.entry("seed", "种子");
    private final ContentDesk desk = new ContentDesk(
            new Editions(log, List.of(), ContentDesk.HERE, Clock.fixed(Sample.NOON, ZoneOffset.UTC)),
            shelf,
            () -> List.of(seed),
            "config/knowledge",
            Clock.fixed(Sample.NOON, ZoneOffset.UTC),
            ZoneOffset.UTC);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void theSampleFolderShouldBecomeOneEditionOnTopOfTheFirst() {
        assertThat(run(SAMPLES.resolve("sample.md"))).isZero();

        assertThat(content().edition()).isEqualTo(2);
        assertThat(content().entries().keySet())
                .extracting(Object::toString)
                .containsExactly("lost-cat", "quiet-at-night", "seed");
        assertThat(told(out)).contains("1 个文件：2 条问答，0 部法律", "新增 lost-cat", "第 2 期");
    }

    @Test
    void theSameFileTwiceShouldChangeNothing() {
        run(SAMPLES.resolve("sample.xlsx"));
        run(SAMPLES.resolve("laws"));
        out.reset();

        assertThat(run(SAMPLES.resolve("sample.csv"))).isZero();
        assertThat(run(SAMPLES.resolve("laws"))).isZero();
        assertThat(content().edition()).isEqualTo(2);
        assertThat(shelf.catalogue().map(shown -> shown.rev()).block()).isEqualTo(1);
        assertThat(told(out)).contains("问答没有变化", "架上共 1 部");
    }

    @Test
    void aDryRunShouldTellAndChangeNothing() {
        assertThat(run(SAMPLES.resolve("sample.md"), "", true)).isZero();
        assertThat(run(SAMPLES.resolve("laws"), "", true)).isZero();

        assertThat(log.latest().block()).isZero();
        assertThat(shelf.catalogue().map(shown -> shown.cards().size()).block()).isZero();
        assertThat(told(out)).contains("新增 2 条", "新增或更正 1 部", "安静条例（2024-05-06）：现行", "什么都没有改动");
    }

    @Test
    void oneWrongFileShouldKeepEverythingOut() throws IOException {
        write("a.md", Files.readString(SAMPLES.resolve("sample.md")));
        write("b(2020-01-01).md", LAW);
        write("c.csv", "编号,问题,答案\nX,\"");

        assertThat(run(folder)).isEqualTo(1);

        assertThat(log.latest().block()).isZero();
        assertThat(shelf.catalogue().map(shown -> shown.cards().size()).block()).isZero();
        assertThat(told(err)).contains("没有导入", "c.csv", "引号没有配对");
    }

    @Test
    void anEntryThatCitesWhatIsNotInTheLawShouldBeRefusedWithTheLawThatCameAlong() throws IOException {
        write("b(2020-01-01).md", LAW);
        write("a.md", Files.readString(SAMPLES.resolve("sample.md")).replace("《中华人民共和国噪声污染防治法》第六十五条", "《安静法》第三条"));

        assertThat(run(folder)).isEqualTo(1);

        assertThat(told(err)).contains("《安静法》第三条在现行版本（2020-01-01）里没有");
        assertThat(shelf.catalogue().map(shown -> shown.cards().size()).block()).isZero();
        write("a.md", Files.readString(folder.resolve("a.md")).replace("《安静法》第三条", "《安静法》第二条"));
        assertThat(run(folder)).isZero();
    }

    @Test
    void whatEmptiesAFieldShouldNeedASecondPerson() throws IOException {
        run(SAMPLES.resolve("sample.md"));
        Path less = write("a.md", Files.readString(SAMPLES.resolve("sample.md")).replace("- 电话：110\n", ""));

        assertThat(run(less)).isEqualTo(1);
        assertThat(told(err)).contains("清空了原有内容", "quiet-at-night 的电话", "--approver");
        assertThat(run(less, "approver", false)).isZero();
        assertThat(log.after(2).blockLast())
                .satisfies(edition -> assertThat(edition.credit().approver()).isEqualTo("approver"));
    }

    @Test
    void anApproverWhoIsNobodyShouldBeRefusedWithTheMend() {
        assertThat(run(SAMPLES.resolve("sample.md"), "the-cat", false)).isEqualTo(1);

        assertThat(told(err)).contains("the-cat", "config/staff.yml", "post 为 APPROVER");
        assertThat(log.latest().block()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatIsExportedShouldImportAsNoChange(Format format) {
        run(SAMPLES.resolve("sample.md"));
        run(SAMPLES.resolve("laws"));
        Path file = folder.resolve("x." + format.ending());
        Path all = folder.resolve("all");

        assertThat(export(file, Optional.empty())).isZero();
        assertThat(export(all, Optional.of(format))).isZero();
        assertThat(run(file)).isZero();
        assertThat(run(all)).isZero();

        assertThat(content().edition()).isEqualTo(2);
        assertThat(all.resolve("laws/青禾安静条例(2024-05-06).md")).exists();
    }

    @Test
    void anExportShouldNotMixWithOtherFiles() throws IOException {
        write("there.txt", "x");

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> export(folder, Optional.empty())))
                .hasMessageContaining("目录不是空的");
    }

    @Test
    void aMissingFileShouldBeTold() {
        assertThat(run(folder.resolve("none.csv"))).isEqualTo(1);
        assertThat(told(err)).contains("文件不存在");
    }

    @Test
    void aFileOfUnknownFormShouldBeReadAsTold() throws IOException {
        Path plain = Files.write(folder.resolve("export.txt"), Export.written(List.of(seed), Format.CSV));

        assertThat(run(plain)).isEqualTo(1);
        assertThat(told(err)).contains("--format");
        assertThat(new ImportRun(desk, "approver"::equals, print(out), print(err))
                        .run(new ImportRun.Wish(plain, Optional.of(Format.CSV), "", false)))
                .isZero();
    }

    private int run(Path what) {
        return run(what, "", false);
    }

    private int run(Path what, String approver, boolean dryRun) {
        return new ImportRun(desk, "approver"::equals, print(out), print(err))
                .run(new ImportRun.Wish(what, Optional.empty(), approver, dryRun));
    }

    private int export(Path where, Optional<Format> format) {
        return new ExportRun(desk, print(out)).run(where, format);
    }

    private Content content() {
        Editions editions = desk.editions();
        return Objects.requireNonNull(editions.newest().block(Duration.ofSeconds(10)));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static PrintStream print(ByteArrayOutputStream into) {
        return new PrintStream(into, true, StandardCharsets.UTF_8);
    }

    private static String told(ByteArrayOutputStream by) {
        return by.toString(StandardCharsets.UTF_8);
    }
}
