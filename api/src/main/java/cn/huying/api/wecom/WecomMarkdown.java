package cn.huying.api.wecom;

import cn.huying.bot.message.PassiveText;

/**
 * Text for WeCom's markdown. What residents and staff typed goes through {@link #escape} before it is put into a message: without it a
 * resident could mention everybody, hide a link behind friendly words, or colour a false alarm.
 */
public final class WecomMarkdown {
    /** The platform's limit for a markdown message, in bytes of UTF-8. */
    public static final int MOST_BYTES = 4_096;

    private static final String MARKUP = "<>[]()*_`#~|!\\&@";
    private static final String LOOK_ALIKES = "＜＞［］（）＊＿｀＃～｜！＼＆＠";

    private WecomMarkdown() {}

    /**
     * Typed text as plain words: every character that WeCom reads as markup becomes its full-width look-alike, for WeCom's markdown has
     * no escape that works everywhere. Line breaks become spaces, so that no line can start a quote or a heading.
     */
    public static String escape(String typed) {
        StringBuilder plain = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            int markup = MARKUP.indexOf(c);
            if (markup >= 0) {
                plain.append(LOOK_ALIKES.charAt(markup));
            } else {
                plain.append(c < ' ' || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029 ? ' ' : c);
            }
        }
        return plain.toString();
    }

    /** A whole message, cut on a code point to what the platform takes. */
    public static String cut(String markdown) {
        return PassiveText.cut(markdown, MOST_BYTES);
    }
}
