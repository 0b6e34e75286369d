package cn.huying.knowledge.digest;

/** Identities as they are written: hexadecimal digits in lower case. */
public final class Hex {
    private Hex() {}

    /** Whether a text is just so many of them. */
    public static boolean isHex(String text, int digits) {
        return text.length() == digits && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
