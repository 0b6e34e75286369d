package cn.huying.bot.envelope;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one resident. Seals text into {@code ver(1)|alg(1)|keyId(8)|nonce(12)|ciphertext|tag(16)}, AES-256-GCM with the field's
 * place as additional data. Dropping the stored key makes everything sealed with it unreadable, in backups too.
 */
public final class DataKey {
    private static final byte VERSION = 1;
    private static final byte AES_256_GCM = 1;
    static final int KEY_BYTES = 32;
    static final int ID_BYTES = 8;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 2 + ID_BYTES + NONCE_BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Asking the providers for one costs as much as sealing a short text. */
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(DataKey::newCipher);

    private final byte[] id;
    private final SecretKeySpec key;

    DataKey(byte[] id, byte[] key) {
        if (id.length != ID_BYTES || key.length != KEY_BYTES) {
            throw new IllegalArgumentException("data key of the wrong size");
        }
        this.id = id.clone();
        this.key = new SecretKeySpec(key, "AES");
    }

    public byte[] seal(Field field, String plain) {
        return seal(field, plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws UnreadableFieldException when the value was sealed elsewhere, with another key, or was changed */
    public String open(Field field, byte[] sealed) {
        return new String(openBytes(field, sealed), StandardCharsets.UTF_8);
    }

    public byte[] seal(Field field, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = new byte[HEADER_BYTES + plain.length + TAG_BITS / 8];
        ByteBuffer.wrap(sealed).put(VERSION).put(AES_256_GCM).put(id).put(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, field, nonce);
            cipher.doFinal(plain, 0, plain.length, sealed, HEADER_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    public byte[] openBytes(Field field, byte[] sealed) {
        if (sealed.length < HEADER_BYTES + TAG_BITS / 8 || sealed[0] != VERSION || sealed[1] != AES_256_GCM) {
            throw new UnreadableFieldException(field);
        }
        if (!Arrays.equals(id, 0, ID_BYTES, sealed, 2, 2 + ID_BYTES)) {
            throw new UnreadableFieldException(field);
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 2 + ID_BYTES, HEADER_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, field, nonce)
                    .doFinal(sealed, HEADER_BYTES, sealed.length - HEADER_BYTES);
        } catch (AEADBadTagException e) {
            throw new UnreadableFieldException(field);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    private Cipher cipher(int mode, Field field, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = CIPHERS.get();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((field.collection() + '|' + field.id() + '|' + field.name()).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
