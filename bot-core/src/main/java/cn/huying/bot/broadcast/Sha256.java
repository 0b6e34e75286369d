package cn.huying.bot.broadcast;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The one digest used here. */
final class Sha256 {
    private Sha256() {}

    static byte[] of(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
