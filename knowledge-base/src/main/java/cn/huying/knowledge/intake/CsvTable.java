package cn.huying.knowledge.intake;

import cn.huying.knowledge.faq.Entry;
import cn.huying.knowledge.load.YamlFile;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

/** Comma-separated tables as spreadsheets read and write them. */
final class CsvTable {
    /** A spreadsheet takes a cell that begins so for a formula, or drops what it begins with. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final char SHIELD = '\'';

    private CsvTable() {}

    static YamlFile read(String file, String text) {
        TableReader table = new TableReader(file);
        int next = 1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(separator(text))
                        .allowUnclosedQuote(false)
                        .allowExtraCharsAfterClosingQuote(false)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(text);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            while (records.hasNext()) {
                CsvRecord row = records.next();
                next = Math.toIntExact(row.getStartingLineNumber()) + 1 + lineEnds(row.getFields());
                table.row(
                        Math.toIntExact(row.getStartingLineNumber()),
                        row.getFields().stream().map(CsvTable::unshielded).toList());
            }
        } catch (CsvParseException e) {
            throw Limits.refused(file, next, "这一行的引号没有配对，文件可能不完整", "请重新导出；引号内的引号要写两个");
        } catch (IOException e) {
            throw inMemory(e);
        }
        return table.read();
    }

    /** Some spreadsheets put semicolons or tabs where others put commas. */
    private static char separator(String text) {
        int end = text.indexOf('\n');
        String heading = end < 0 ? text : text.substring(0, end);
        if (heading.indexOf(',') >= 0) {
            return ',';
        }
        return heading.indexOf('\t') >= 0 ? '\t' : heading.indexOf(';') >= 0 ? ';' : ',';
    }

    private static int lineEnds(List<String> cells) {
        return cells.stream()
                .mapToInt(cell -> (int) cell.chars().filter(c -> c == '\n').count())
                .sum();
    }

    /** With a mark at its beginning: without one spreadsheets take it for another encoding. */
    static String written(List<Entry> entries) {
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(Arrays.stream(Column.values()).map(Column::label).toList());
            entries.forEach(entry -> csv.writeRecord(Arrays.stream(Column.values())
                    .map(column -> shielded(Cells.of(entry, column)))
                    .toList()));
        } catch (IOException e) {
            throw inMemory(e);
        }
        return text.toString();
    }

    private static IllegalStateException inMemory(IOException e) {
        return new IllegalStateException("a text in memory cannot fail to be read or written", e);
    }

    private static String shielded(String cell) {
        return looksLikeFormula(cell) ? SHIELD + cell : cell;
    }

    private static String unshielded(String cell) {
        return cell.startsWith("'") && looksLikeFormula(cell) ? cell.substring(1) : cell;
    }

    /** However many shields it has already, so that taking one away gives back what was there. */
    private static boolean looksLikeFormula(String cell) {
        int first = 0;
        while (first < cell.length() && cell.charAt(first) == SHIELD) {
            first++;
        }
        return first < cell.length() && FORMULA.indexOf(cell.charAt(first)) >= 0;
    }
}
