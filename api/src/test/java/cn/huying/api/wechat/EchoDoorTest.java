package cn.huying.api.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EchoDoorTest {
    private final PlatformCodec platform = new PlatformCodec(DemoAccount.ACCOUNT, DemoAccount.CLOCK);
    private final EchoDoor door = new EchoDoor(DemoAccount.ACCOUNT, DemoAccount.CLOCK);

    private PlatformCodec.Post text(String words) {
        return platform.seal("<xml><ToUserName>gh_huyingdemo01</ToUserName><FromUserName>" + DemoAccount.OPEN_ID
                + "</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType><Content>" + words
                + "</Content><MsgId>7</MsgId></xml>");
    }

    @Test
    void shouldSealTheSameWordsForTheirSender() {
        PlatformCodec.Post post = text("电梯坏了");
        byte[] reply = door.echo(post.query(), post.body()).orElseThrow();

        assertThat(platform.text(reply)).contains("电梯坏了");
        assertThat(platform.open(reply).orElseThrow()).contains(DemoAccount.OPEN_ID);
    }

    @Test
    void shouldRefuseAWrongSignature() {
        PlatformCodec.Post post = text("你好");

        assertThat(door.echo(post.query().replace("msg_signature=", "msg_signature=0"), post.body()))
                .isEmpty();
        assertThat(door.echo(null, post.body())).isEmpty();
        assertThat(door.echo(post.query(), "<xml/>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
