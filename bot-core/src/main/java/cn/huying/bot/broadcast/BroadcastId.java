package cn.huying.bot.broadcast;

import cn.huying.bot.alert.AlertId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
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
        return value.length() == DIGITS
                && value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
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
        byte[] digest = Sha256.of(from.getBytes(StandardCharsets.UTF_8));
        return new BroadcastId(HexFormat.of().formatHex(Arrays.copyOf(digest, DIGITS / 2)));
    }

    @Override
    public String toString() {
        return value;
    }
}
