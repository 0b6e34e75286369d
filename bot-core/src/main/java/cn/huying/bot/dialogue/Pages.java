package cn.huying.bot.dialogue;

/** A text too long for one passive reply is given page by page, cut at a line or a sentence where there is one. */
final class Pages {
    /** Bytes of a page: the platform takes 2,048, the hint below the page needs some. */
    static final int MOST_BYTES = 1_900;

    private static final String GOOD_ENDS = "\n。！？；";

    private Pages() {}

    /** The first page; further ones wait in the conversation. */
    static Turn first(String text, Phrases phrases) {
        int end = pageEnd(text);
        if (end == text.length()) {
            return Turn.say(text);
        }
        String page = text.substring(0, end).stripTrailing() + "\n\n" + phrases.continuation();
        return Turn.say(page, new Step.Reading(text.substring(end)));
    }

    /** Where the first page ends; never inside a code point. */
    static int pageEnd(String text) {
        int bytes = 0;
        int lastGoodEnd = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            bytes += utf8Length(codePoint);
            if (bytes > MOST_BYTES) {
                return lastGoodEnd > at / 2 ? lastGoodEnd : at;
            }
            at += Character.charCount(codePoint);
            if (GOOD_ENDS.indexOf(codePoint) >= 0) {
                lastGoodEnd = at;
            }
        }
        return text.length();
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
