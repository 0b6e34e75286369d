package cn.huying.api.callback;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a callback, taken from the raw query. What is absent is empty. Values are not percent-decoded: the platform needs no
 * encoding for the ones used, so whatever carries one is not from the platform. The one exception is an application's encrypted echo.
 *
 * @param echo {@code echostr}, as it stands in the query
 */
public record SignedQuery(
        String signature, String messageSignature, String timestamp, String nonce, String encryptType, String echo) {
    private static final int LONGEST_QUERY = 2_048;
    private static final int LONGEST_VALUE = 128;
    /** An application's echo is encrypted and percent-encoded. */
    private static final int LONGEST_ECHO = 512;

    private static final String[] NAMES = {"signature", "msg_signature", "timestamp", "nonce", "encrypt_type", "echostr"
    };
    private static final SignedQuery NONE = new SignedQuery("", "", "", "", "", "");

    /** Everything absent when a parameter came twice or is larger than the platform would ever send. */
    public static SignedQuery of(@Nullable String rawQuery) {
        if (rawQuery == null || rawQuery.length() > LONGEST_QUERY) {
            return NONE;
        }
        @Nullable String[] values = new @Nullable String[NAMES.length];
        int from = 0;
        while (from < rawQuery.length()) {
            int end = rawQuery.indexOf('&', from);
            end = end < 0 ? rawQuery.length() : end;
            if (!take(rawQuery, from, end, values)) {
                return NONE;
            }
            from = end + 1;
        }
        return new SignedQuery(
                or(values[0]), or(values[1]), or(values[2]), or(values[3]), or(values[4]), or(values[5]));
    }

    private static boolean take(String query, int from, int end, @Nullable String[] values) {
        int equals = query.indexOf('=', from);
        int nameEnd = equals < 0 || equals > end ? end : equals;
        for (int i = 0; i < NAMES.length; i++) {
            String name = NAMES[i];
            if (name.length() == nameEnd - from && query.startsWith(name, from)) {
                int valueFrom = Math.min(nameEnd + 1, end);
                int most = name.equals("echostr") ? LONGEST_ECHO : LONGEST_VALUE;
                if (values[i] != null || end - valueFrom > most) {
                    return false;
                }
                values[i] = query.substring(valueFrom, end);
                return true;
            }
        }
        return true;
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The echo with the three characters of base64 restored that a query must encode. */
    String decodedEcho() {
        return echo.replace("%2B", "+")
                .replace("%2b", "+")
                .replace("%2F", "/")
                .replace("%2f", "/")
                .replace("%3D", "=")
                .replace("%3d", "=");
    }

    /** Whether the echo may be sent back: ≤ 64 of {@code 0-9A-Za-z_-}. */
    public boolean echoIsHarmless() {
        return !echo.isEmpty() && echo.length() <= 64 && echo.chars().allMatch(SignedQuery::allowed);
    }

    public static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
