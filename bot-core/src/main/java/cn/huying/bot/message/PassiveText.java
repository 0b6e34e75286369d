package cn.huying.bot.message;

import java.nio.charset.StandardCharsets;

/**
 * The first part of an answer, short enough for a passive reply, and what is left of it.
 *
 * @param part at most {@link #MOST_BYTES} bytes of UTF-8; ends with the hint when something is left
 * @param rest what did not fit, empty when all did
 */
public record PassiveText(String part, String rest) {
    /** The platform's limit for the text of a passive reply, in bytes of UTF-8. */
    public static final int MOST_BYTES = 2_048;

    /** A break this late in the part is preferred to a cut inside a sentence. */
    private static final double EARLIEST_BREAK = 0.7;

    private static final char JOINER = 0x200D;
    private static final String SENTENCE_ENDS = "。！？；!?;";

    /**
     * Cuts a text to what one passive reply carries, at the end of a line or sentence when one is near, never inside a character.
     *
     * @param continuationHint tells the resident how to read on, for example 「回复“继续”看余下内容」; a line of its own after the part
     */
    public static PassiveText fit(String text, String continuationHint) {
        if (fits(text)) {
            return new PassiveText(text, "");
        }
        String hint = "\n\n" + continuationHint;
        int room = MOST_BYTES - utf8Length(hint, 0, hint.length());
        if (room <= 0) {
            throw new IllegalArgumentException("the hint leaves no room for the text");
        }
        int end = niceEnd(text, endWithin(text, 0, room));
        return new PassiveText(
                text.substring(0, end).stripTrailing() + hint,
                text.substring(end).stripLeading());
    }

    /** The longest start of a text that takes at most so many bytes of UTF-8, cut on a code point. */
    public static String cut(String text, int mostBytes) {
        return text.length() * 3L <= mostBytes ? text : text.substring(0, endWithin(text, 0, mostBytes));
    }

    /** Whether one passive reply carries all of it. */
    public static boolean fits(String text) {
        return text.length() * 3L <= MOST_BYTES || utf8Length(text, 0, text.length()) <= MOST_BYTES;
    }

    private static int endWithin(String text, int from, int mostBytes) {
        int bytes = 0;
        int at = from;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            bytes += bytesOf(codePoint);
            if (bytes > mostBytes) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }

    private static int niceEnd(String text, int end) {
        for (int at = end; at > end * EARLIEST_BREAK; at--) {
            char before = text.charAt(at - 1);
            if (before == '\n' || SENTENCE_ENDS.indexOf(before) >= 0) {
                return at;
            }
        }
        return beforeJoined(text, end);
    }

    /** Steps back to where no variation selector, skin tone or joiner ties the two sides together. */
    private static int beforeJoined(String text, int end) {
        int at = end;
        while (at > 0 && at < text.length() && (extendsLast(text.codePointAt(at)) || text.charAt(at - 1) == JOINER)) {
            at -= Character.charCount(text.codePointBefore(at));
        }
        return at == 0 ? end : at;
    }

    private static boolean extendsLast(int codePoint) {
        return codePoint == JOINER || codePoint == 0xFE0F || (codePoint >= 0x1F3FB && codePoint <= 0x1F3FF);
    }

    private static int utf8Length(String text, int from, int to) {
        return text.substring(from, to).getBytes(StandardCharsets.UTF_8).length;
    }

    private static int bytesOf(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
