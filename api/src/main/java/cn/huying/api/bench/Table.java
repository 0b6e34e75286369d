package cn.huying.api.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Aligned columns, the first two to the left, numbers to the right; a Chinese character is two columns wide. */
final class Table {
    private static final int TEXT_COLUMNS = 2;
    private static final int FIRST_WIDE = 0x1100;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Table(List<String> headings) {
        rows.add(headings);
    }

    Table add(List<String> row) {
        rows.add(row);
        return this;
    }

    void print(PrintStream out) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - width(row.get(i)));
            line.append(i < TEXT_COLUMNS ? row.get(i) + space : space + row.get(i))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePoints().map(c -> c < FIRST_WIDE ? 1 : 2).sum();
    }
}
