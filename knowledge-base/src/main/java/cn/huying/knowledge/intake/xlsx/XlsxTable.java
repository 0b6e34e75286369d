package cn.huying.knowledge.intake.xlsx;

import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.intake.Cells;
import cn.huying.knowledge.intake.Column;
import cn.huying.knowledge.intake.Limits;
import cn.huying.knowledge.intake.TableReader;
import cn.huying.knowledge.load.ConfigException;
import cn.huying.knowledge.load.YamlFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Workbooks of one sheet whose cells are texts. Read row by row, after {@link XlsxGuard} let them in. */
public final class XlsxTable {
    private static final String SHEET = "问答";

    private XlsxTable() {}

    public static YamlFile read(String file, Path path) {
        ReadingOptions options = new ReadingOptions(XlsxGuard.check(file, path), true);
        TableReader table = new TableReader(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(path.toFile(), options)) {
            boolean found = false;
            for (Sheet sheet : workbook.getSheets().toList()) {
                if (found && !isBlank(sheet)) {
                    throw Limits.refused(file, 0, "有不止一个写了内容的工作表", "请只留一个工作表，其余另存为别的文件");
                }
                found = found || rows(sheet, table);
            }
        } catch (ConfigException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Limits.refused(file, 0, "表格的内部结构有误", "请用表格软件打开检查，另存为 .xlsx 后再导入");
        }
        return table.read();
    }

    private static boolean isBlank(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.allMatch(row -> row.stream().allMatch(cell -> cell == null || blank(cell)));
        }
    }

    private static boolean blank(Cell cell) {
        return cell.getType() == CellType.EMPTY
                || String.valueOf(cell.getRawValue()).isBlank();
    }

    private static boolean rows(Sheet sheet, TableReader table) throws IOException {
        boolean[] any = {false};
        int[] width = {0};
        try (Stream<Row> rows = sheet.openStream()) {
            rows.forEach(row -> {
                List<String> cells = cells(row, table);
                width[0] = Math.max(width[0], cells.size());
                while (cells.size() < width[0]) {
                    cells.add("");
                }
                any[0] |= cells.stream().anyMatch(cell -> !cell.isBlank());
                table.row(row.getRowNum(), cells);
            });
        }
        return any[0];
    }

    private static List<String> cells(Row row, TableReader table) {
        List<String> cells = new ArrayList<>();
        for (int place = 0; place < row.getCellCount(); place++) {
            Cell cell = row.getCell(place);
            cells.add(cell == null ? "" : text(cell, row.getRowNum(), place, table));
        }
        return cells;
    }

    private static String text(Cell cell, int line, int place, TableReader table) {
        return switch (cell.getType()) {
            case STRING -> XlsxText.read(cell.asString());
            case NUMBER -> isDate(cell) ? date(cell) : cell.asNumber().toPlainString();
            case BOOLEAN -> cell.asBoolean() ? "TRUE" : "FALSE";
            case EMPTY -> "";
            case FORMULA -> {
                table.problem(line, place, "单元格里是公式", "请复制后选择性粘贴为“值”");
                yield "";
            }
            case ERROR -> {
                table.problem(line, place, "单元格里是错误值", "请改成文字");
                yield "";
            }
        };
    }

    /** A format with a year or a day in it. */
    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && (format.indexOf('y') >= 0 || format.indexOf('d') >= 0);
    }

    private static String date(Cell cell) {
        LocalDateTime date = cell.asDate();
        return date.toLocalDate().toString();
    }

    public static void write(List<Entry> entries, OutputStream out) {
        try (Workbook workbook = new Workbook(out, "Huying", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(SHEET);
            Column[] columns = Column.values();
            for (int place = 0; place < columns.length; place++) {
                sheet.value(0, place, columns[place].label());
                for (int line = 0; line < entries.size(); line++) {
                    String cell = Cells.of(entries.get(line), columns[place]);
                    if (!cell.isEmpty()) {
                        sheet.value(line + 1, place, XlsxText.written(cell));
                    }
                }
            }
            sheet.freezePane(2, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
