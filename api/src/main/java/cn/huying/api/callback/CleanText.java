package cn.huying.api.callback;

/**
 * Text as people see it: without control characters, lone surrogates, and the invisible marks that reorder or hide what is written.
 * Joiners stay, emoji are made of them. Nothing else is changed; comparing texts is the business of those who compare.
 */
public final class CleanText {
    private CleanText() {}

    /** The clean text, at most {@code most} chars long, cut on a code point. The same string when there is nothing to do. */
    public static String of(String text, int most) {
        int length = text.length();
        if (length > most) {
            length = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        }
        for (int i = 0; i < length; i++) {
            if (suspicious(text.charAt(i))) {
                return cleaned(text, length);
            }
        }
        return length == text.length() ? text : text.substring(0, length);
    }

    private static boolean suspicious(char c) {
        return Character.isSurrogate(c) || unwanted(c) || c == '\r';
    }

    private static String cleaned(String text, int length) {
        StringBuilder clean = new StringBuilder(length);
        int at = 0;
        while (at < length) {
            int codePoint = text.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            if (codePoint == '\r') {
                if (next >= length || text.charAt(next) != '\n') {
                    clean.append('\n');
                }
            } else if (codePoint >= 0x10000
                    || !(Character.isSurrogate((char) codePoint) || unwanted((char) codePoint))) {
                clean.appendCodePoint(codePoint);
            }
            at = next;
        }
        return clean.toString();
    }

    private static boolean unwanted(char c) {
        if (c < ' ') {
            return c != '\n' && c != '\t' && c != '\r';
        }
        return (c >= 0x7F && c <= 0x9F)
                || (c >= 0x200B && c <= 0x200F && c != 0x200C && c != 0x200D)
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || c >= 0xFFF9;
    }
}
