package cn.huying.api.callback;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.wechat.DemoAccount;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCryptTest {
    private static final String KEY = DemoAccount.AES_KEY;
    private static final String APP_ID = DemoAccount.APP_ID;
    private final MessageCrypt crypt = new MessageCrypt(KEY, APP_ID);
    private final WxCryptUtil wxJava = new WxCryptUtil("huying-demo-token", KEY, APP_ID);

    @Test
    void whatIsEncryptedHereShouldOpenWithWxJavaAndTheOtherWayRound() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            String text = anyText(random, random.nextInt(200));
            assertThat(wxJava.decrypt(crypt.encrypt(bytes(text))))
                    .as("seed %d", seed)
                    .isEqualTo(text);
            assertThat(crypt.decrypt(wxJava.encrypt("0123456789abcdef", text)).map(MessageCryptTest::text))
                    .as("seed %d", seed)
                    .hasValue(text);
        }
    }

    @Test
    void everyLengthShouldComeBack() {
        for (int length = 0; length < 130; length++) {
            byte[] message = new byte[length];
            assertThat(crypt.decrypt(crypt.encrypt(message)))
                    .hasValueSatisfying(back -> assertThat(back).isEqualTo(message));
        }
    }

    @Test
    void theSameMessageShouldNeverLookTheSame() {
        assertThat(crypt.encrypt(bytes("你好"))).isNotEqualTo(crypt.encrypt(bytes("你好")));
        assertThat(crypt.nonce()).hasSize(10).isNotEqualTo(crypt.nonce());
    }

    /** The spare two bits of the last character: 0 is A, set ones are B to D, for a key that ends in a group of zeros. */
    @ParameterizedTest
    @ValueSource(chars = {'A', 'B', 'C', 'D'})
    void aKeyWithSpareBitsSetShouldBeTheKeyWithoutThem(char last) {
        String plainKey = KEY.substring(0, 42) + 'A';
        MessageCrypt spare = new MessageCrypt(KEY.substring(0, 42) + last, APP_ID);

        assertThat(spare.decrypt(new MessageCrypt(plainKey, APP_ID).encrypt(bytes("你好"))))
                .isPresent();
    }

    @Test
    void aMessageForAnotherAccountShouldNotOpen() {
        String other = new MessageCrypt(KEY, "wxother000000001").encrypt(bytes("你好"));
        String longer = new MessageCrypt(KEY, APP_ID + "1").encrypt(bytes("你好"));
        String shorter = new MessageCrypt(KEY, APP_ID.substring(1)).encrypt(bytes("你好"));
        String none = new MessageCrypt(KEY, "").encrypt(bytes("你好"));

        assertThat(crypt.decrypt(other)).isEmpty();
        assertThat(crypt.decrypt(longer)).isEmpty();
        assertThat(crypt.decrypt(shorter)).isEmpty();
        assertThat(crypt.decrypt(none)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2147483647", "-1", "-2147483648", "1000000", "7", "5"})
    void aWrongLengthFieldShouldNotOpenAndNotAllocate(int length) throws Exception {
        byte[] plain = ByteBuffer.allocate(64)
                .put(new byte[16])
                .putInt(length)
                .put(bytes("abcdef"))
                .put(bytes(APP_ID))
                .array();
        int end = 16 + 4 + 6 + APP_ID.length();
        Arrays.fill(plain, end, 64, (byte) (64 - end));

        assertThat(crypt.decrypt(encryptRaw(plain))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 33, 64, 127, -1, -128})
    void impossiblePaddingShouldNotOpen(int padding) throws Exception {
        byte[] plain = new byte[64];
        plain[63] = (byte) padding;

        assertThat(crypt.decrypt(encryptRaw(plain))).isEmpty();
    }

    @Test
    void paddingLargerThanTheMessageShouldNotOpen() throws Exception {
        byte[] plain = new byte[16];
        Arrays.fill(plain, (byte) 32);

        assertThat(crypt.decrypt(encryptRaw(plain))).isEmpty();
        Arrays.fill(plain, (byte) 16);
        assertThat(crypt.decrypt(encryptRaw(plain))).isEmpty();
    }

    @Test
    void unequalPaddingBytesShouldNotOpen() throws Exception {
        byte[] plain = new byte[64];
        Arrays.fill(plain, 32, 64, (byte) 32);
        plain[40] = 31;

        assertThat(crypt.decrypt(encryptRaw(plain))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "AAAA", "呼应", "not base64!", "AAAAAAAAAAAAAAAAAAAAAA==", "AAAA\nAAAA"})
    void whatIsNoCiphertextShouldNotOpen(String encrypted) {
        assertThat(crypt.decrypt(encrypted)).isEmpty();
    }

    @Test
    void aChangedBitAnywhereInTheFrameShouldNotPassUnnoticedInTheAppId() {
        byte[] sealed = Base64.getDecoder().decode(crypt.encrypt(bytes("x".repeat(60))));
        int noticed = 0;
        for (int i = sealed.length - 32; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            noticed +=
                    crypt.decrypt(Base64.getEncoder().encodeToString(changed)).isEmpty() ? 1 : 0;
        }
        assertThat(noticed).isEqualTo(32);
    }

    private static String encryptRaw(byte[] plain) throws Exception {
        byte[] key = Base64.getDecoder().decode(KEY + "=");
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
        return Base64.getEncoder().encodeToString(cipher.doFinal(plain));
    }

    private static String anyText(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(random.nextBoolean() ? 'a' + random.nextInt(26) : 0x4E00 + random.nextInt(0x5000));
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
