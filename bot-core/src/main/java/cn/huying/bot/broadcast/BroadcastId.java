package cn.huying.bot.broadcast;

import cn.huying.bot.alert.AlertId;
import cn.huying.knowledge.digest.Hex;
import cn.huying.knowledge.digest.Sha256;
import java.util.UUID;

/** The identity of a broadcast: 32 hexadecimal digits. */
public record BroadcastId(String value) {
    private static final int DIGITS = 32;

    public BroadcastId {
        if (!isId(value)) {
            throw new IllegalArgumentException("not a broadcast id");
        }
    }

    public static boolean isId(String value) {
        return Hex.isHex(value, DIGITS);
    }

    public static BroadcastId random() {
        return new BroadcastId(UUID.randomUUID().toString().replace("-", ""));
    }

    /** The broadcast an alert brings, always the same one however often the alert comes in. */
    public static BroadcastId of(AlertId alert) {
        return derived("broadcast|" + alert.key());
    }

    /** The broadcast that says that the time of an alert is over. */
    public static BroadcastId ofEndOf(AlertId alert) {
        return derived("end|" + alert.key());
    }

    private static BroadcastId derived(String from) {
        return new BroadcastId(Sha256.hex(from, DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}
