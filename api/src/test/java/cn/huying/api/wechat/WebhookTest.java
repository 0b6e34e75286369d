package cn.huying.api.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.message.PassiveText;
import cn.huying.bot.message.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the door does with what it lets in. */
class WebhookTest extends RunningWebhook {
    @Test
    void aTextShouldBeAnsweredEncryptedAndSigned() {
        var answer = wechat.send(MessageDocument.text("楼道灯坏了"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/xml");
        assertThat(answer.response().headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
        assertThat(answer.text()).isEqualTo("楼道灯坏了");
        assertThat(answer.body()).doesNotContain("楼道灯坏了");
        String reply = wechat.codec().open(answer.response().body()).orElseThrow();
        assertThat(reply)
                .contains("<ToUserName><![CDATA[" + DemoAccount.OPEN_ID + "]]>")
                .contains("<FromUserName><![CDATA[gh_huyingdemo01]]>")
                .contains("<CreateTime>" + TIMESTAMP + "</CreateTime>");
    }

    @Test
    void silenceShouldBeSuccess() {
        server.reception.answers(message -> Mono.just(new Reply.Silence()));

        var answer = wechat.send(MessageDocument.text("谢谢"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("success");
        assertThat(answer.contentType()).startsWith("text/plain");
    }

    @Test
    void aMessageThatCouldNotBeReceivedShouldBeRefusedSoThatItComesAgain() {
        server.reception.answers(message -> Mono.error(new IllegalStateException("the store is away: 楼道灯坏了")));

        var answer = wechat.send(MessageDocument.text("楼道灯坏了"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aReceptionThatThrowsOrSaysNothingShouldBeRefusedToo() {
        server.reception.answers(message -> {
            throw new IllegalStateException("broken");
        });
        assertThat(wechat.send(MessageDocument.text("a")).status()).isEqualTo(503);

        server.reception.reset();
        server.reception.answers(message -> Mono.empty());
        assertThat(wechat.send(MessageDocument.text("b")).status()).isEqualTo(503);
    }

    @Test
    void anUnknownAccountShouldBeNotFound() {
        var post = wechat.codec().seal(MessageDocument.text("你好").xml());

        var answer = wechat.exchange(
                wechat.request("/wechat/mp/wxother?" + post.query()).POST(BodyPublishers.ofByteArray(post.body())));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(wechat.get("/wechat/mp/wxother?" + wechat.codec().verification("1"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theEchoShouldComeBackToThePlatform() {
        var answer = wechat.get(CALLBACK + "?" + wechat.codec().verification("5927384756102938475"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("5927384756102938475");
        assertThat(answer.contentType()).startsWith("text/plain");
        assertThat(answer.response().headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
    }

    @Test
    void aLongAnswerShouldBeCutToWhatThePlatformTakes() {
        String part = PassiveText.fit("呼应".repeat(1_000), "回复“继续”看余下内容").part();
        server.reception.answers(message -> Mono.just(new Reply.Text("呼应".repeat(1_000))));

        String text = wechat.send(MessageDocument.text("说说")).text();

        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSize(2_046);
        assertThat(part.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(2_048);
    }

    @Test
    void blockingInTheMessagePathShouldBeNoticed() {
        server.reception.answers(message -> Mono.fromCallable(() -> {
            Thread.sleep(Duration.ofMillis(1));
            return new Reply.Text("slept");
        }));

        assertThat(wechat.send(MessageDocument.text("a")).status()).isEqualTo(503);
    }
}
