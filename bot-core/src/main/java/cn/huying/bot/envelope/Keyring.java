package cn.huying.bot.envelope;

import cn.huying.bot.resident.ResidentId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key-encryption key of the installation and what is derived from it: wrapping of data keys, blind indexes, and pseudonyms for logs
 * and Redis keys. Every purpose has a key of its own.
 */
public final class Keyring {
    private static final int INDEX_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DataKey wrapping;
    private final SecretKeySpec indexKey;
    private final SecretKeySpec pseudonymKey;
    private final byte[] checkValue;

    /** @param keyEncryptionKey 32 random bytes */
    public Keyring(byte[] keyEncryptionKey) {
        byte[] wrap = derive(keyEncryptionKey, "wrap");
        byte[] id = Arrays.copyOf(derive(keyEncryptionKey, "id"), DataKey.ID_BYTES);
        this.wrapping = new DataKey(id, wrap);
        this.indexKey = new SecretKeySpec(derive(keyEncryptionKey, "blind-index"), "HmacSHA256");
        this.pseudonymKey = new SecretKeySpec(derive(keyEncryptionKey, "pseudonym"), "HmacSHA256");
        this.checkValue = derive(keyEncryptionKey, "check");
    }

    /** A new data key for a resident, wrapped for storage. */
    public byte[] newWrappedKey(ResidentId resident) {
        return newWrappedKey(keyField(resident));
    }

    /** A new data key for what belongs to no resident yet, wrapped for storage in that place. */
    public byte[] newWrappedKey(Field place) {
        byte[] material = new byte[DataKey.ID_BYTES + DataKey.KEY_BYTES];
        RANDOM.nextBytes(material);
        return wrapping.seal(place, material);
    }

    /** @throws UnreadableFieldException when it was wrapped with another key-encryption key or for another resident */
    public DataKey unwrap(ResidentId resident, byte[] wrapped) {
        return unwrap(keyField(resident), wrapped);
    }

    /** @throws UnreadableFieldException when it was wrapped with another key-encryption key or for another place */
    public DataKey unwrap(Field place, byte[] wrapped) {
        byte[] material = wrapping.openBytes(place, wrapped);
        byte[] id = Arrays.copyOf(material, DataKey.ID_BYTES);
        return new DataKey(id, Arrays.copyOfRange(material, DataKey.ID_BYTES, material.length));
    }

    /** For equality look-ups of high-entropy values such as phone numbers: 128 bits, one index space per purpose. */
    public byte[] blindIndex(String purpose, String normalised) {
        return Arrays.copyOf(hmac(indexKey, purpose + '|' + normalised), INDEX_BYTES);
    }

    /** The same as 32 hexadecimal digits: an id that tells nobody without the key what it was made of. */
    public String blindId(String purpose, String of) {
        return HexFormat.of().formatHex(blindIndex(purpose, of));
    }

    /** What may stand in a log line or a Redis key for something that identifies a person: 16 hexadecimal digits. */
    public String pseudonym(String identifying) {
        return HexFormat.of().formatHex(hmac(pseudonymKey, identifying), 0, INDEX_BYTES / 2);
    }

    /** Compared with the value stored at first start: tells a wrong key file before anything is read or written with it. */
    public boolean matches(byte[] storedCheckValue) {
        return MessageDigest.isEqual(checkValue, storedCheckValue);
    }

    public byte[] checkValue() {
        return checkValue.clone();
    }

    private static Field keyField(ResidentId resident) {
        return new Field("residents", resident.value(), "key");
    }

    private static byte[] derive(byte[] key, String purpose) {
        return hmac(new SecretKeySpec(key, "HmacSHA256"), "huying/1/" + purpose);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is not available", e);
        }
    }
}
