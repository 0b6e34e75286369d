package cn.huying.api.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.callback.CleanText;
import cn.huying.api.callback.Element;
import cn.huying.api.callback.Envelope;
import cn.huying.api.callback.MessageCrypt;
import cn.huying.api.callback.MessageXml;
import cn.huying.api.wechat.MessageDecoder.Decoded;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.PassiveText;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nothing a stranger or the platform sends may throw, and what is written must be read back as it was meant. */
class CodecFuzzTest {
    private static final AppId APP_ID = new AppId(DemoAccount.APP_ID);
    private static final MessageCrypt CRYPT = new MessageCrypt(DemoAccount.AES_KEY, DemoAccount.APP_ID);
    private static final int ROUNDS = 3_000;

    @FuzzTest
    void anyDocumentShouldBeDecodedOrMalformed(FuzzedDataProvider data) {
        decodeAnything(data.consumeRemainingAsBytes());
    }

    @FuzzTest
    void anyCiphertextShouldOpenOrNot(FuzzedDataProvider data) {
        decryptAnything(data.consumeRemainingAsString());
    }

    @FuzzTest
    void anyReplyShouldBeReadBackAsMeant(FuzzedDataProvider data) {
        replyWithAnything(data.consumeRemainingAsString());
    }

    @Test
    void brokenDocumentsShouldBeDecodedOrMalformed() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] good = MessageDocument.text("灯坏了😀 ]]> &<b>").with("Label", "x").bytes();
        for (int round = 0; round < ROUNDS; round++) {
            assertThatNothingIsThrown(seed, () -> decodeAnything(broken(good, random)));
        }
    }

    @Test
    void brokenEnvelopesShouldBeReadOrMalformed() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] good =
                "<?xml version=\"1.0\"?><xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[QUJD]]></Encrypt></xml>"
                        .getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < ROUNDS; round++) {
            assertThatNothingIsThrown(
                    seed, () -> assertThat(Envelope.of(broken(good, random))).isNotNull());
        }
    }

    @Test
    void brokenCiphertextsShouldOpenOrNot() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] good = Base64.getDecoder().decode(CRYPT.encrypt("灯坏了".getBytes(StandardCharsets.UTF_8)));
        for (int round = 0; round < ROUNDS; round++) {
            String encrypted = Base64.getEncoder().encodeToString(broken(good, random));
            assertThatNothingIsThrown(seed, () -> decryptAnything(encrypted));
        }
    }

    @Test
    void strangeRepliesShouldBeReadBackAsMeant() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] pieces = {
            "]]>",
            "<![CDATA[",
            "]]",
            ">",
            "&",
            "<xml>",
            "</Content>",
            "\r",
            "\n",
            "\0",
            "\uD83D",
            "😀",
            "呼应",
            "\uFFFE",
            "\u202E",
            "a"
        };
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)].repeat(1 + random.nextInt(20)));
            }
            assertThatNothingIsThrown(seed, () -> replyWithAnything(text.toString()));
        }
    }

    private static void decodeAnything(byte[] document) {
        switch (MessageDecoder.decode(document, APP_ID)) {
            case Decoded.Message(var message) ->
                assertThat(message.origin().sender().appId()).isEqualTo(APP_ID);
            case Decoded.Malformed(String reason) -> assertThat(reason).isNotEmpty();
        }
    }

    private static void decryptAnything(String encrypted) {
        assertThat(CRYPT.decrypt(encrypted)).isNotNull();
    }

    private static void replyWithAnything(String text) {
        byte[] reply = ReplyWriter.write(DemoAccount.ORIGIN, text, 1);
        String meant = PassiveText.cut(CleanText.of(text, text.length()), PassiveText.MOST_BYTES);

        MessageXml read = MessageXml.read(reply).orElseThrow();
        assertThat(read.get(Element.CONTENT)).isEqualTo(meant);
        assertThat(read.get(Element.MSG_TYPE)).isEqualTo("text");
        assertThat(read.get(Element.TO_USER_NAME)).isEqualTo(DemoAccount.OPEN_ID);
        assertThat(meant.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(PassiveText.MOST_BYTES);
    }

    /** A few bytes replaced, removed or doubled. */
    private static byte[] broken(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        int length = random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length;
        return java.util.Arrays.copyOf(bytes, length);
    }

    private static void assertThatNothingIsThrown(long seed, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }
}
