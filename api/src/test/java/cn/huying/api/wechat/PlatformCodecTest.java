package cn.huying.api.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.callback.SignedQuery;
import java.nio.charset.StandardCharsets;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.junit.jupiter.api.Test;

class PlatformCodecTest {
    private final PlatformCodec codec = new PlatformCodec(DemoAccount.ACCOUNT, DemoAccount.CLOCK);
    private final Door door = new Door(DemoAccount.ACCOUNT, DemoAccount.CLOCK);

    @Test
    void whatThePlatformPostsShouldOpenWithWxJavaToo() {
        var post = codec.seal(MessageDocument.text("你好").xml());
        SignedQuery query = SignedQuery.of(post.query());

        String opened = new WxCryptUtil("huying-demo-token", DemoAccount.AES_KEY, DemoAccount.APP_ID)
                .decryptXml(query.messageSignature(), query.timestamp(), query.nonce(), text(post.body()));

        assertThat(opened).isEqualTo(MessageDocument.text("你好").xml());
    }

    @Test
    void aReplyShouldOpenWithThePlatformsKeyOnly() {
        byte[] reply = door.seal(DemoAccount.ORIGIN, "收到 ]]> 好");
        OfficialAccount stranger =
                OfficialAccount.of("X", DemoAccount.APP_ID, "s", "other-token", DemoAccount.AES_KEY, "gh_huyingdemo01");

        assertThat(codec.text(reply)).hasValue("收到 ]]> 好");
        assertThat(new PlatformCodec(stranger, DemoAccount.CLOCK).open(reply)).isEmpty();
        assertThat(codec.open(text(reply)
                        .replace("<Nonce><![CDATA[", "<Nonce><![CDATA[1")
                        .getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void aReplyShouldOpenWithWxJava() {
        String reply = text(door.seal(DemoAccount.ORIGIN, "收到"));
        String signature = between(reply, "<MsgSignature><![CDATA[", "]]>");
        String nonce = between(reply, "<Nonce><![CDATA[", "]]>");
        String timestamp = between(reply, "<TimeStamp>", "<");

        assertThat(new WxCryptUtil("huying-demo-token", DemoAccount.AES_KEY, DemoAccount.APP_ID)
                        .decryptXml(signature, timestamp, nonce, reply))
                .contains("<Content><![CDATA[收到]]></Content>");
    }

    @Test
    void successShouldBeNoEnvelope() {
        assertThat(codec.open("success".getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(codec.open(new byte[0])).isEmpty();
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before) + before.length();
        return text.substring(from, text.indexOf(after, from));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
