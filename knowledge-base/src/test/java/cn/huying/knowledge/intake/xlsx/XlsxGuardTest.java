package cn.huying.knowledge.intake.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.huying.knowledge.intake.Export;
import cn.huying.knowledge.intake.Format;
import cn.huying.knowledge.intake.Intake;
import cn.huying.knowledge.intake.RandomContent;
import cn.huying.knowledge.load.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxGuardTest {
    private static final String HEADING = Workbooks.row(1, "编号", "问题", "答案");

    @TempDir
    private Path folder;

    @Test
    void aBombShouldBeRefusedBeforeItGoesOff() throws IOException {
        refused(Workbooks.of(HEADING).part("xl/media/a.bin", "0".repeat(30 << 20)), "大得不正常");
        refused(
                Workbooks.of(HEADING + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>" + " ".repeat(20 << 20)
                        + "</t></is></c></row>"),
                "大得不正常");
    }

    @Test
    void tooManyRowsTextsSheetsOrColumnsShouldBeRefused() throws IOException {
        StringBuilder rows = new StringBuilder(HEADING);
        Random random = new Random(1);
        for (int row = 2; row < 50_010; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\"><v>")
                    .append(random.nextLong())
                    .append("</v></c></row>");
        }
        refused(Workbooks.of(rows.toString()), "超过 50000 行");
        StringBuilder strings = new StringBuilder("<sst>");
        for (int i = 0; i < 1_000_001; i++) {
            strings.append("<si><t>").append(random.nextInt()).append("</t></si>");
        }
        refused(Workbooks.of(HEADING).part("xl/sharedStrings.xml", strings + "</sst>"), "文字格太多");
        refused(Workbooks.of("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"), "超过 64 列");
        refused(Workbooks.of("<row r=\"1\"><c r=\"1\"><v>1</v></c></row>"), "单元格地址看不懂");
        Workbooks many = Workbooks.of(HEADING);
        for (int i = 2; i < 5_000; i++) {
            many.part("xl/worksheets/sheet" + i + ".xml", Workbooks.sheet(""));
        }
        refused(many, "部件太多");
    }

    @Test
    void whatReachesOutOrRunsShouldBeRefused() throws IOException {
        refused(Workbooks.of(HEADING).part("xl/vbaProject.bin", "x"), "宏");
        refused(Workbooks.of(HEADING).part("xl/externalLinks/externalLink1.xml", "<a/>"), "引用了别的文件");
        refused(Workbooks.of(HEADING).part("xl/embeddings/oleObject1.bin", "x"), "引用了别的文件");
        refused(
                Workbooks.of(HEADING)
                        .part(
                                "xl/worksheets/_rels/sheet1.xml.rels",
                                "<Relationships><Relationship Id=\"r\" Type=\"http://x/oleObject\" TargetMode=\"External\" Target=\"http://x\"/></Relationships>"),
                "引用了别的文件");
        refused(
                Workbooks.of(HEADING)
                        .part(
                                "[Content_Types].xml",
                                "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/></Types>"),
                "宏");
    }

    @Test
    void doctypesAndDepthShouldBeRefused() throws IOException {
        String bomb =
                "<!DOCTYPE s [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        refused(Workbooks.of(HEADING).part(Workbooks.SHEET, bomb + "<worksheet>&b;&x;</worksheet>"), "DOCTYPE");
        refused(Workbooks.of(HEADING).part("xl/styles.xml", "<a>".repeat(1_000)), "嵌套太深");
        refused(Workbooks.of(HEADING).part("xl/styles.xml", "<a>"), "XML 不完整");
    }

    @Test
    void formulasAndErrorsInCellsShouldBeNamedWithTheirPlace() throws IOException {
        Path file = Workbooks.of(
                        HEADING
                                + "<row r=\"2\"><c r=\"A2\"><f>HYPERLINK(\"http://x\")</f><v>1</v></c><c r=\"B2\" t=\"e\"><v>#REF!</v></c></row>")
                .write(folder.resolve("a.xlsx"));

        assertThat(problems(file)).contains("第 2 行 A（编号） 列：单元格里是公式").contains("第 2 行 B（问题） 列：单元格里是错误值");
    }

    @Test
    void twoSheetsWithWordsShouldBeRefused() throws IOException {
        Workbooks two = Workbooks.of(HEADING + Workbooks.row(2, "a", "b", "c"))
                .part("xl/worksheets/sheet2.xml", Workbooks.sheet(Workbooks.row(1, "x")))
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                                + "<sheet name=\"s\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"t\" sheetId=\"2\" state=\"hidden\" r:id=\"rId2\"/></sheets></workbook>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
                                + "<Relationship Id=\"rId2\" Target=\"worksheets/sheet2.xml\"/></Relationships>");
        refused(two, "不止一个写了内容的工作表");
    }

    @Test
    void anyCutAndAnyNoiseShouldBeReadOrRefusedInWords() throws IOException {
        byte[] good = Export.written(List.of(RandomContent.everywhere("x")), Format.XLSX);
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            byte[] bad = Arrays.copyOf(good, round % 2 == 0 ? random.nextInt(good.length) : good.length);
            for (int i = random.nextInt(12); i > 0 && bad.length > 0; i--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("x.xlsx"), bad);
            try {
                Intake.read(List.of(file), Optional.empty(), List.of(), _ -> {});
            } catch (ConfigException refused) {
                assertThat(refused.problems())
                        .as("seed %d round %d", seed, round)
                        .isNotEmpty();
            }
        }
    }

    private void refused(Workbooks book, String reason) throws IOException {
        assertThat(problems(book.write(folder.resolve("x.xlsx")))).contains(reason);
    }

    private static String problems(Path file) {
        return String.valueOf(catchThrowableOfType(
                        ConfigException.class, () -> Intake.read(List.of(file), Optional.empty(), List.of(), _ -> {}))
                .getMessage());
    }
}
