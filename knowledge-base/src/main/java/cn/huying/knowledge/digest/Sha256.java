package cn.huying.knowledge.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one digest used here. What is kept was made of it: another one would be another id for everything. */
public final class Sha256 {
    private Sha256() {}

    /** For what comes in parts. */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Of the text as UTF-8. */
    public static byte[] of(String text) {
        return begun().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All 64 hexadecimal digits of it, in lower case. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text));
    }

    /**
     * The beginning of it: 32 digits are enough for texts nobody chose to collide.
     *
     * @param digits an even number
     */
    public static String hex(String text, int digits) {
        return HexFormat.of().formatHex(of(text), 0, digits / 2);
    }
}
