package cn.huying.api.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.callback.MessageCrypt;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may knock: rows W1 to W8 of the threat model. */
class WebhookSignatureTest extends RunningWebhook {
    @Test
    void w1AWrongSignatureShouldNotBeEchoed() {
        String query = wechat.codec().verification("5927384756102938475");

        var answer = wechat.get(CALLBACK + "?" + query.replace("nonce=", "nonce=7"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%3Cscript%3E", "", "a.b", "%E5%91%BC"})
    void w2AHarmfulEchoShouldBeRefusedThoughSigned(String echo) {
        var answer = wechat.get(CALLBACK + "?" + wechat.codec().verification(echo));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void w2AnEchoOfMoreThan64CharactersShouldBeRefused() {
        assertThat(wechat.get(CALLBACK + "?" + wechat.codec().verification("x".repeat(65)))
                        .status())
                .isEqualTo(400);
        assertThat(wechat.get(CALLBACK + "?" + wechat.codec().verification("x".repeat(64)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void w3PlaintextShouldBeForbiddenThoughTheSignatureIsRight() {
        byte[] plain = MessageDocument.text("你好").bytes();
        String query = wechat.codec().verification("1");

        assertThat(wechat.post(query, plain).status()).isEqualTo(403);
        String sealed = wechat.codec().seal("<xml/>").query();
        assertThat(wechat.post(sealed, plain).status()).isEqualTo(403);
        assertThat(server.reception.effects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_795_233_599L, -601, 601, 86_400})
    void w4AStaleTimestampShouldBeForbidden(long offset) {
        String timestamp = Long.toString(DemoAccount.NOW.getEpochSecond() + offset);
        var post = wechat.codec().seal(MessageDocument.text("你好").bytes(), timestamp, "1");

        assertThat(wechat.post(post).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(longs = {-600, 0, 600})
    void w4ATimestampInTheWindowShouldBeTaken(long offset) {
        String timestamp = Long.toString(DemoAccount.NOW.getEpochSecond() + offset);
        var post = wechat.codec().seal(MessageDocument.text("你好").bytes(), timestamp, "1");

        assertThat(wechat.post(post).status()).isEqualTo(200);
    }

    @Test
    void w4ARefusalShouldBeCounted() {
        double before = server.count("huying.webhook.refused");

        wechat.post(wechat.codec().seal(MessageDocument.text("你好").bytes(), "1", "1"));

        assertThat(server.count("huying.webhook.refused")).isEqualTo(before + 1);
    }

    @Test
    void w5AReplayShouldGetTheSameReplyAndDoNothing() {
        var post = wechat.codec().seal(MessageDocument.text("楼道灯坏了").xml());

        var first = wechat.post(post);
        var second = wechat.post(post);

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(server.reception.effects()).hasSize(1);
    }

    @Test
    void w6AMessageForAnotherAppIdShouldBeForbidden() {
        MessageCrypt other = new MessageCrypt(DemoAccount.AES_KEY, "wxother000000001");
        String encrypted = other.encrypt(MessageDocument.text("你好").bytes());

        assertThat(wechat.post(wechat.codec().post(encrypted, TIMESTAMP, "1")).status())
                .isEqualTo(403);
        assertThat(server.reception.effects()).isEmpty();
    }

    @Test
    void w7AMissingEmptyHugeOrRepeatedSignatureShouldBeForbidden() {
        var post = wechat.codec().seal(MessageDocument.text("你好").xml());
        int from = post.query().indexOf("&msg_signature=");
        String without = post.query().substring(0, from);
        String signature = post.query().substring(from);

        assertThat(wechat.post(without, post.body()).status()).isEqualTo(403);
        assertThat(wechat.post(without + "&msg_signature=", post.body()).status())
                .isEqualTo(403);
        assertThat(wechat.post(without + "&msg_signature", post.body()).status())
                .isEqualTo(403);
        assertThat(wechat.post(without + "&msg_signature=" + "a".repeat(3_000), post.body())
                        .status())
                .isEqualTo(403);
        assertThat(wechat.post(without + "&msg_signature=" + "a".repeat(10_240), post.body())
                        .status())
                .isBetween(400, 499);
        assertThat(wechat.post(post.query() + signature, post.body()).status()).isEqualTo(403);
        assertThat(wechat.post(without + signature.replace("=", "%5B%5D="), post.body())
                        .status())
                .isEqualTo(403);
        assertThat(wechat.post(post.query().replace("aes", "raw"), post.body()).status())
                .isEqualTo(403);
        assertThat(server.reception.effects()).isEmpty();
    }

    static Stream<String> brokenCiphertexts() {
        MessageCrypt crypt = new MessageCrypt(DemoAccount.AES_KEY, DemoAccount.APP_ID);
        byte[] good = Base64.getDecoder()
                .decode(crypt.encrypt(MessageDocument.text("你好").bytes()));
        byte[] odd = ByteBuffer.allocate(good.length - 1)
                .put(good, 0, good.length - 1)
                .array();
        byte[] wrongPadding = good.clone();
        wrongPadding[good.length - 1] ^= 0x55;
        byte[] wrongLength = good.clone();
        wrongLength[0] ^= 0x7F;
        Base64.Encoder encoder = Base64.getEncoder();
        return Stream.of(
                "!!! no base64 !!!",
                encoder.encodeToString(odd),
                encoder.encodeToString(wrongPadding),
                encoder.encodeToString(wrongLength),
                encoder.encodeToString(new byte[16]),
                "=");
    }

    @ParameterizedTest
    @MethodSource("brokenCiphertexts")
    void w8EveryBrokenCiphertextShouldLookTheSame(String encrypted) {
        var answer = wechat.post(wechat.codec().post(encrypted, TIMESTAMP, "1"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEmpty();
    }
}
