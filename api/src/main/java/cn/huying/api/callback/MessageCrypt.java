package cn.huying.api.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * WeChat's message encryption for one account: AES-256-CBC over {@code random(16) | length(4) | message | appId}, padded as PKCS #7 to
 * blocks of 32. The platform's key doubles as the initialisation vector, so the random start is what makes two ciphertexts differ.
 */
public final class MessageCrypt {
    private static final int RANDOM_BYTES = 16;
    private static final int HEADER_BYTES = RANDOM_BYTES + 4;
    private static final int AES_BLOCK = 16;
    private static final int PADDING_BLOCK = 32;
    private static final int KEY_BYTES = 32;
    private static final long FIRST_NONCE = 1_000_000_000L;
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(MessageCrypt::cipher);
    private static final SecureRandom RANDOM = seeded();

    private final SecretKeySpec key;
    private final IvParameterSpec iv;
    private final byte[] appId;

    /** @param aesKey the EncodingAESKey: 43 characters of base64 without its final {@code =} */
    public MessageCrypt(String aesKey, String appId) {
        byte[] bytes = Arrays.copyOf(keyBytes(aesKey), KEY_BYTES);
        this.key = new SecretKeySpec(bytes, "AES");
        this.iv = new IvParameterSpec(bytes, 0, AES_BLOCK);
        this.appId = appId.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The last of the 43 characters carries two bits more than 32 bytes hold. The platform gives out keys with those bits set and ignores
     * them; a strict decoder refuses such keys. Here they are shifted out by decoding one more group.
     */
    private static byte[] keyBytes(String aesKey) {
        return Base64.getDecoder().decode(aesKey + "A");
    }

    /**
     * The message inside, or empty. Why is not told: not base64, wrong length, padding, length field and app id all look the same from
     * outside.
     */
    public Optional<byte[]> decrypt(String encrypted) {
        byte[] plain;
        try {
            byte[] sealed = Base64.getDecoder().decode(encrypted);
            if (sealed.length == 0 || sealed.length % AES_BLOCK != 0) {
                return Optional.empty();
            }
            plain = run(Cipher.DECRYPT_MODE, sealed);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        int end = plain.length - padding(plain);
        return end < HEADER_BYTES || end == plain.length ? Optional.empty() : messageIn(plain, end);
    }

    /** Base64 of the encrypted message. */
    public String encrypt(byte[] message) {
        int length = HEADER_BYTES + message.length + appId.length;
        int padding = PADDING_BLOCK - length % PADDING_BLOCK;
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        byte[] plain = new byte[length + padding];
        ByteBuffer.wrap(plain).put(random).putInt(message.length).put(message).put(appId);
        Arrays.fill(plain, length, plain.length, (byte) padding);
        return Base64.getEncoder().encodeToString(run(Cipher.ENCRYPT_MODE, plain));
    }

    /** Ten digits nobody can foresee. */
    public String nonce() {
        return Long.toString(FIRST_NONCE + RANDOM.nextInt(Integer.MAX_VALUE));
    }

    private Optional<byte[]> messageIn(byte[] plain, int end) {
        int length = ByteBuffer.wrap(plain).getInt(RANDOM_BYTES);
        if (length < 0 || length > end - HEADER_BYTES) {
            return Optional.empty();
        }
        int messageEnd = HEADER_BYTES + length;
        byte[] inner = Arrays.copyOfRange(plain, messageEnd, end);
        return MessageDigest.isEqual(inner, appId)
                ? Optional.of(Arrays.copyOfRange(plain, HEADER_BYTES, messageEnd))
                : Optional.empty();
    }

    /** The number of padding bytes, 0 when they are not PKCS #7 for blocks of 32. */
    private static int padding(byte[] plain) {
        int padding = plain[plain.length - 1];
        if (padding < 1 || padding > PADDING_BLOCK || padding > plain.length) {
            return 0;
        }
        int difference = 0;
        for (int i = plain.length - padding; i < plain.length; i++) {
            difference |= plain[i] ^ padding;
        }
        return difference == 0 ? padding : 0;
    }

    private byte[] run(int mode, byte[] input) {
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(mode, key, iv);
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-CBC is not available", e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/CBC/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-CBC is not available", e);
        }
    }

    /** Seeded once, here: the platform's default source reads a device file on each call, which has no place on an event loop. */
    private static SecureRandom seeded() {
        try {
            SecureRandom random = SecureRandom.getInstance("DRBG");
            random.nextBytes(new byte[RANDOM_BYTES]);
            return random;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("DRBG is not available", e);
        }
    }
}
