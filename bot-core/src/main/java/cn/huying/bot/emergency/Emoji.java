package cn.huying.bot.emergency;

import java.util.Map;

/** Pictures as the words they stand for: 🔥🔥🔥我家厨房 is 火焰我家厨房. One pass, and none where a text has no pictures. */
record Emoji(Map<Integer, String> words) {
    /** What changes the look of the picture before it and says nothing. */
    private static final int LOOK = 0xFE0F;

    String inWords(String text) {
        return isPlain(text) ? text : rewritten(text);
    }

    /** Every picture there is a word for takes two chars. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The same picture sent again and again is said once. */
    private String rewritten(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        String last = "";
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            String word = words.getOrDefault(point, "");
            if (word.isEmpty()) {
                out.appendCodePoint(point);
            } else if (!word.equals(last)) {
                out.append(word);
            }
            last = point == LOOK ? last : word;
        }
        return out.toString();
    }
}
