package cn.huying.api.callback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/** WeChat's signature with one account's token, and the age a signed call may have. */
public final class Signature {
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int LONGEST_SECONDS = 12;
    private static final int HEX_LENGTH = 40;
    private static final HexFormat HEX = HexFormat.of();
    private static final ThreadLocal<MessageDigest> SHA1 = ThreadLocal.withInitial(Signature::sha1);

    private final String token;

    public Signature(String token) {
        this.token = token;
    }

    /** Lower-case hexadecimal SHA-1 over the token and the parts, sorted. */
    public String of(String... parts) {
        String[] sorted = Arrays.copyOf(parts, parts.length + 1);
        sorted[parts.length] = token;
        Arrays.sort(sorted);
        MessageDigest sha1 = SHA1.get();
        sha1.reset();
        for (String part : sorted) {
            sha1.update(part.getBytes(StandardCharsets.UTF_8));
        }
        return HEX.formatHex(sha1.digest());
    }

    /** Compares in constant time; whatever is not 40 characters long is no signature. */
    public boolean matches(String given, String... parts) {
        return given.length() == HEX_LENGTH
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), of(parts).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a signed timestamp is a whole number of seconds within ten minutes of now, either way. */
    public static boolean isFresh(String timestamp, Clock clock) {
        if (timestamp.isEmpty() || timestamp.length() > LONGEST_SECONDS || !digits(timestamp)) {
            return false;
        }
        long age = clock.millis() / 1_000 - Long.parseLong(timestamp);
        return Math.abs(age) <= WINDOW.toSeconds();
    }

    private static boolean digits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 is not available", e);
        }
    }
}
