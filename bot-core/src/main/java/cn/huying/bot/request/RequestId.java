package cn.huying.bot.request;

import cn.huying.bot.message.InboxId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The identity of a request: 32 hexadecimal digits that tell nothing about the resident and cannot be guessed from the number. */
public record RequestId(String value) {
    private static final int BYTES = 16;

    public RequestId {
        if (value.length() != 2 * BYTES || !value.chars().allMatch(RequestId::isLowerHex)) {
            throw new IllegalArgumentException("not a request id");
        }
    }

    /**
     * The request a message brings, always the same one however often the message is handled.
     *
     * @param ordinal from 0, for a message that brings several
     */
    public static RequestId of(InboxId inboxId, int ordinal) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("request|" + ordinal + '|' + inboxId.value()).getBytes(StandardCharsets.UTF_8));
            return new RequestId(HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isLowerHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
