package cn.huying.bot.request;

import cn.huying.bot.message.InboxId;
import cn.huying.knowledge.digest.Hex;
import cn.huying.knowledge.digest.Sha256;

/** The identity of a request: 32 hexadecimal digits that tell nothing about the resident and cannot be guessed from the number. */
public record RequestId(String value) {
    private static final int DIGITS = 32;

    public RequestId {
        if (!Hex.isHex(value, DIGITS)) {
            throw new IllegalArgumentException("not a request id");
        }
    }

    /**
     * The request a message brings, always the same one however often the message is handled.
     *
     * @param ordinal from 0, for a message that brings several
     */
    public static RequestId of(InboxId inboxId, int ordinal) {
        return new RequestId(Sha256.hex("request|" + ordinal + '|' + inboxId.value(), DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}
