package cn.huying.knowledge.load;

import java.util.Locale;
import java.util.OptionalInt;

/** Which characters a person's text may have in it: everything one can see, line ends and tabs. */
public final class Characters {
    private static final int REPLACEMENT = 0xFFFD;

    private Characters() {}

    /** The first character that nobody typed: a control, half a character, or what a wrong encoding left behind. */
    public static OptionalInt unreadable(String text) {
        return text.codePoints().filter(Characters::isUnreadable).findFirst();
    }

    private static boolean isUnreadable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\t';
            case Character.SURROGATE -> true;
            case Character.UNASSIGNED -> (point & 0xFFFE) == 0xFFFE;
            default -> point == REPLACEMENT || turnsAround(point);
        };
    }

    /** Makes what follows read from the right, so that a text looks like another one. */
    private static boolean turnsAround(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    /** {@code U+202E}. */
    public static String named(int point) {
        return String.format(Locale.ROOT, "U+%04X", point);
    }

    /** No more than so many {@code char}s, and no character cut in two. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most);
    }

    /** No more than so many code points; what is cut off shows as an ellipsis. */
    public static String shortened(String text, int most) {
        return shortened(text, most, "…");
    }

    /** @param end stands for what is cut off */
    public static String shortened(String text, int most, String end) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)) + end;
    }

    /** Line ends of every kind of machine as one. */
    public static String withPlainLineEnds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
