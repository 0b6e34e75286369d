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
}
