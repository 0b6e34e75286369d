package cn.huying.api.wechat;

import org.jspecify.annotations.Nullable;

/**
 * The parameters of a callback, taken from the raw query. What is absent is empty. Values are never percent-decoded: the platform needs
 * no encoding for the ones used, so whatever carries one is not from the platform.
 *
 * @param echo {@code echostr}, as it stands in the query
 */
record SignedQuery(
        String signature, String messageSignature, String timestamp, String nonce, String encryptType, String echo) {
    private static final int LONGEST_QUERY = 2_048;
    private static final int LONGEST_VALUE = 128;
    private static final String[] NAMES = {"signature", "msg_signature", "timestamp", "nonce", "encrypt_type", "echostr"
    };
    private static final SignedQuery NONE = new SignedQuery("", "", "", "", "", "");

    /** Everything absent when a parameter came twice or is larger than the platform would ever send. */
    static SignedQuery of(@Nullable String rawQuery) {
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
                if (values[i] != null || end - valueFrom > LONGEST_VALUE) {
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

    /** Whether the echo may be sent back: ≤ 64 of {@code 0-9A-Za-z_-}. */
    boolean echoIsHarmless() {
        return !echo.isEmpty() && echo.length() <= 64 && echo.chars().allMatch(SignedQuery::allowed);
    }

    static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    }
}
