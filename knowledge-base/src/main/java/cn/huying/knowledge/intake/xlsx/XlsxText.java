package cn.huying.knowledge.intake.xlsx;

/** Texts in a workbook's cells, where {@code _x000D_} stands for the character of that number. */
final class XlsxText {
    private static final int LENGTH = 7;
    private static final String UNDERSCORE = "_x005F_";

    private XlsxText() {}

    static String read(String cell) {
        int from = cell.indexOf("_x");
        if (from < 0) {
            return cell;
        }
        StringBuilder text = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            if (isEscape(cell, i)) {
                text.append((char) Integer.parseInt(cell, i + 2, i + LENGTH - 1, 16));
                i += LENGTH - 1;
            } else {
                text.append(cell.charAt(i));
            }
        }
        return text.toString();
    }

    static String written(String text) {
        StringBuilder cell = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isEscape(text, i)) {
                cell.append(UNDERSCORE);
            } else {
                cell.append(text.charAt(i));
            }
        }
        return cell.toString();
    }

    private static boolean isEscape(String text, int at) {
        if (!text.startsWith("_x", at) || at + LENGTH > text.length() || text.charAt(at + LENGTH - 1) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + LENGTH - 1; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }
}
