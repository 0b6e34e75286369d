package cn.huying.api.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** What may be written: rows W12 to W18 of the threat model. */
class WebhookTextTest extends RunningWebhook {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "]]></Content><MsgType><![CDATA[news]]></MsgType>",
                "]]>",
                "a]]]]>b]]><![CDATA[c",
                "]]&gt;&lt;&amp;",
                "</Content></xml>"
            })
    void w12TextThatLooksLikeTheEndOfTextShouldStayText(String content) {
        assertThat(wechat.send(MessageDocument.text(content)).text()).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<![CDATA[x]]>", "<MediaId>1</MediaId>", "<ReplaceName>a</ReplaceName>", "<![CDATA["})
    void w13TextThatOtherSerializersPassRawShouldStayText(String content) {
        var answer = wechat.send(MessageDocument.text(content));

        assertThat(answer.text()).isEqualTo(content);
        assertThat(wechat.codec().open(answer.response().body()).orElseThrow())
                .contains("<MsgType><![CDATA[text]]></MsgType>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$ne",
                "{\"$gt\":\"\"}",
                "o😀23456789012345678901",
                "oRtl\u202E567890123456789012",
                "oZero\u200B67890123456789012",
                "o234567890123456789\u0000",
                "oDemo:Resident-0000000_0001",
                ""
            })
    void w14AnOpenidOfOtherCharactersShouldBeRefused(String from) {
        var document = MessageDocument.from(from, "text").raw("MsgId", "1").with("Content", "你好");

        assertThat(wechat.send(document).status()).isEqualTo(400);
    }

    @Test
    void w14AnOpenidOf300CharactersShouldBeRefusedNotCut() {
        var document = MessageDocument.from("o".repeat(300), "text").raw("MsgId", "1");

        assertThat(wechat.send(document).status()).isEqualTo(400);
    }

    @Test
    void w14WhatHidesOrTurnsRoundTextShouldBeTakenOut() {
        var answer = wechat.send(MessageDocument.text("转\u200B账\u202E给\uFEFF我👨\u200D👩\u200D👧\r\n好"));

        assertThat(answer.text()).isEqualTo("转账给我👨\u200D👩\u200D👧\n好");
    }

    @ParameterizedTest
    @ValueSource(strings = {"路街巷", "路路", "幸福路1", "号", "12栋"})
    void w15ALongAddressLikeTextShouldTakeNoLongerThanAnyOther(String unit) {
        String text = unit.repeat(2_000 / unit.length()) + "号";
        server.reception.answers(message -> Mono.just(new Reply.Text("收到")));

        var answer = wechat.send(MessageDocument.text(text));

        assertThat(answer.text()).isEqualTo("收到");
        assertThat(server.reception.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        InboundMessage.Text.class, t -> assertThat(t.content()).isEqualTo(text));
    }

    @Test
    void w18LongFieldsShouldBeCut() {
        String long10k = "幸福里3栋".repeat(2_000);
        List<MessageDocument> documents = List.of(
                MessageDocument.message("location")
                        .raw("Location_X", "30.5")
                        .raw("Location_Y", "114.3")
                        .with("Label", long10k),
                MessageDocument.from(DemoAccount.OPEN_ID, "voice")
                        .raw("MsgId", "2")
                        .with("MediaId", "m")
                        .with("Recognition", long10k),
                MessageDocument.event("CLICK").with("EventKey", long10k),
                MessageDocument.event("SCAN").with("EventKey", long10k));
        documents.forEach(document -> assertThat(wechat.send(document).status()).isEqualTo(200));

        List<Integer> kept = server.reception.effects().stream()
                .map(WebhookTextTest::lengthOfLongField)
                .toList();
        assertThat(kept).containsExactly(256, 2_048, 128, 64);
    }

    private static int lengthOfLongField(InboundMessage message) {
        return switch (message) {
            case InboundMessage.Location location -> location.label().length();
            case InboundMessage.Voice voice -> voice.recognition().length();
            case InboundMessage.MenuClicked clicked -> clicked.key().length();
            case InboundMessage.Scanned scanned -> scanned.scene().length();
            default -> -1;
        };
    }
}
