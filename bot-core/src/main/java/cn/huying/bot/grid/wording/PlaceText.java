package cn.huying.bot.grid.wording;

/**
 * Brings the many ways of typing one thing to one form: full-width to half-width, letters to capitals, old forms to simple ones, circled
 * digits to digits, all dashes to a hyphen. White space and invisible characters vanish, except that one blank stays between two Latin
 * letters or digits, so that two numbers never grow together. One pass.
 */
public final class PlaceText {
    private static final String OLD_FORMS = "棟單號樓裡裏區層門東園";
    private static final String NEW_FORMS = "栋单号楼里里区层门东园";
    private static final String DASHES = "‐‑‒–—―−﹣－ー";

    private PlaceText() {}

    public static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isBlank(c)) {
                gap = true;
                continue;
            }
            int before = out.length();
            append(out, c == '一' && isDash(text, i) ? '-' : c);
            if (gap && before > 0 && isLatin(out.charAt(before - 1)) && isLatin(out.charAt(before))) {
                out.insert(before, ' ');
            }
            gap = false;
        }
        return out.toString();
    }

    /** 3一2一501: the numeral one, which many type for a dash. */
    private static boolean isDash(String text, int at) {
        return at > 0 && at + 1 < text.length() && isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1));
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    /** An ASCII letter or digit. */
    static boolean isLatin(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private static void append(StringBuilder out, char c) {
        if (c < 0x80) {
            out.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
        } else if (c >= '！' && c <= '～') {
            append(out, c == '－' ? '-' : (char) (c - 0xFEE0));
        } else if (c >= '①' && c <= '⑳') {
            out.append(c - '①' + 1);
        } else if (DASHES.indexOf(c) >= 0) {
            out.append('-');
        } else {
            int old = OLD_FORMS.indexOf(c);
            out.append(old >= 0 ? NEW_FORMS.charAt(old) : c);
        }
    }

    private static boolean isBlank(char c) {
        return c == ' '
                || c == '_'
                || c == '\u3000'
                || c == '\u00a0'
                || (c >= '\u200b' && c <= '\u200d')
                || c == '\u2060'
                || c == '\ufeff'
                || Character.isWhitespace(c);
    }
}
