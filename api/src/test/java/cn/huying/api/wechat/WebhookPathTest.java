package cn.huying.api.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.message.InboundMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where and how one may knock: rows W19 to W21 of the threat model. */
class WebhookPathTest extends RunningWebhook {
    @Test
    void w19ASceneShouldBeHandedOnAsWordsOnly() {
        wechat.send(MessageDocument.event("SCAN").with("EventKey", "grid:999"));
        wechat.send(MessageDocument.event("subscribe").with("EventKey", "qrscene_grid:999"));

        assertThat(server.reception.effects())
                .extracting(message -> switch (message) {
                    case InboundMessage.Scanned scanned -> scanned.scene();
                    case InboundMessage.Subscribed subscribed -> subscribed.scene();
                    default -> "";
                })
                .containsExactly("grid:999", "grid:999");
    }

    @Test
    void w20ForwardedHeadersAndHostShouldChangeNothing() {
        var post = wechat.codec().seal(MessageDocument.text("你好").xml());
        String forged = "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Prefix: /x\r\n"
                + "Forwarded: for=127.0.0.1;host=evil.example\r\n";

        assertThat(raw("POST " + CALLBACK + "?" + post.query(), "evil.example", forged, post.body()))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("evil.example");
        String unsigned = post.query().replace("msg_signature=", "msg_signature=0");
        assertThat(raw("POST " + CALLBACK + "?" + unsigned, "evil.example", forged, post.body()))
                .startsWith("HTTP/1.1 403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "TRACE", "PATCH"})
    void w21OtherVerbsShouldBeRefused(String verb) {
        assertThat(raw(verb + " " + CALLBACK, "localhost", "", new byte[0])).startsWith("HTTP/1.1 405");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wechat/mp//wxdemo0000000001",
                "//wechat/mp/wxdemo0000000001",
                "/wechat/mp/wxdemo0000000001;jsessionid=1",
                "/wechat;a=b/mp/wxdemo0000000001",
                "/wechat/mp/%77xdemo0000000001",
                "/wechat/mp/x/%2e%2e/wxdemo0000000001",
                "/wechat/mp/%2e%2e",
                "/wechat/mp/x/../wxdemo0000000001",
                "/WECHAT/mp/wxdemo0000000001",
                "/wechat/mp/wxdemo0000000001/"
            })
    void w21OtherSpellingsOfThePathShouldNotOpenTheDoor(String path) {
        var post = wechat.codec().seal(MessageDocument.text("你好").xml());

        String signed = raw("POST " + path + "?" + post.query(), "localhost", "", post.body());
        String unsigned = raw("POST " + path, "localhost", "", post.body());

        assertThat(signed.substring(9, 12)).isIn("400", "404", "405");
        assertThat(unsigned.substring(9, 12)).isEqualTo(signed.substring(9, 12));
        assertThat(server.reception.effects()).isEmpty();
    }
}
