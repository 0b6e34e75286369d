package cn.huying.bot.delivery;

import java.nio.charset.StandardCharsets;

/** Makes words fit a channel. */
public final class Words {
    private static final String MARKS = "<>[]()*_`#@~|\\&!";
    private static final String FULL_WIDTH = "＜＞［］（）＊＿｀＃＠～｜＼＆！";
    private static final String ELLIPSIS = "…";
    private static final int ELLIPSIS_BYTES = ELLIPSIS.getBytes(StandardCharsets.UTF_8).length;

    private Words() {}

    /** At most that many bytes of UTF-8, never half a character; what is cut off shows as an ellipsis. */
    public static String cut(String text, int bytes) {
        if (text.length() * 3L <= bytes || utf8Length(text) <= bytes) {
            return text;
        }
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            used += utf8Length(codePoint);
            if (used + ELLIPSIS_BYTES > bytes) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    /**
     * Words that mean nothing to the group's markdown: a place name can neither mention people, nor link, nor break the line. The marks
     * become their full-width twins, for the group's dialect knows no escaping.
     */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int mark = MARKS.indexOf(c);
            plain.append(mark >= 0 ? FULL_WIDTH.charAt(mark) : isBreak(c) ? ' ' : c);
        }
        return plain.toString();
    }

    private static boolean isBreak(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }

    private static int utf8Length(String text) {
        return text.codePoints().map(Words::utf8Length).sum();
    }

    private static int utf8Length(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
