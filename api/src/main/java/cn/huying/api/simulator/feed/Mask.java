package cn.huying.api.simulator.feed;

/** Makes what the platform received fit to be looked at. */
public final class Mask {
    private static final int HEAD = 4;
    private static final int TAIL = 4;

    private Mask() {}

    /** Keeps both ends of what is long enough for it: {@code oDem…0001}. */
    public static String ends(String secret) {
        if (secret.length() < 3 * (HEAD + TAIL) / 2) {
            return "•••";
        }
        return secret.substring(0, HEAD) + "…" + secret.substring(secret.length() - TAIL);
    }

    /** Cuts on a code point and says that it cut. */
    public static String shortened(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }
}
