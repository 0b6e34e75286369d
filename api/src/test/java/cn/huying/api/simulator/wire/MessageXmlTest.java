package cn.huying.api.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.simulator.Demo;
import cn.huying.api.simulator.PlainSide;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageXmlTest {
    private static final Instant AT = Instant.ofEpochSecond(1_763_690_400);

    private final MessageXml messages = new MessageXml(Demo.ACCOUNT);
    private final ReplyXml replies = new ReplyXml();

    @Test
    void textLooksLikeWeChats() {
        assertThat(of(new ResidentAction.Say("路灯坏了")))
                .isEqualTo("<xml><ToUserName><![CDATA[gh_huyingdemo01]]></ToUserName><FromUserName><![CDATA["
                        + Demo.RESIDENT
                        + "]]></FromUserName><CreateTime>1763690400</CreateTime><MsgType><![CDATA[text]]></MsgType>"
                        + "<Content><![CDATA[路灯坏了]]></Content><MsgId>42</MsgId></xml>");
    }

    @Test
    void wordsCannotLeaveTheirElement() {
        String xml = of(new ResidentAction.Say("a]]></Content><MsgType>news</MsgType>\u0000\ud800b"));
        assertThat(replies.words(xml, Demo.ACCOUNT.originalId())).contains("a]]></Content><MsgType>news</MsgType>b");
    }

    @Test
    void locationCarriesItsPlace() {
        assertThat(of(new ResidentAction.Locate(30.65121, 114.27312, "幸福里北门")))
                .contains("<Location_X>30.65121</Location_X><Location_Y>114.27312</Location_Y>")
                .contains("<Label><![CDATA[幸福里北门]]></Label>");
    }

    @Test
    void pictureAndVoiceCarryMediaIds() {
        assertThat(PlainSide.field(of(new ResidentAction.Show("井盖")), "MediaId"))
                .isEqualTo("picture-42");
        String voice = of(new ResidentAction.Speak("楼上漏水", 3));
        assertThat(PlainSide.field(voice, "MediaId")).isEqualTo("voice-42");
        assertThat(PlainSide.field(voice, "Recognition")).isEqualTo("楼上漏水");
    }

    @Test
    void eventsHaveNoMessageId() {
        String click = of(new ResidentAction.Click("帮助"));
        assertThat(PlainSide.field(click, "EventKey")).isEqualTo("帮助");
        assertThat(click).doesNotContain("MsgId");
    }

    @Test
    void replyWithDoctypeIsNotRead() {
        String xml = "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><ToUserName>" + Demo.RESIDENT
                + "</ToUserName><MsgType>text</MsgType><Content>&e;</Content></xml>";
        assertThat(replies.words(xml, Demo.RESIDENT)).isNotEqualTo(Optional.of("root"));
        assertThat(replies.words("<xml>", Demo.RESIDENT)).isEmpty();
        assertThat(replies.words("no xml", Demo.RESIDENT)).isEmpty();
    }

    @Test
    void otherKindsOfReplyAreNamed() {
        String xml = "<xml><ToUserName>" + Demo.RESIDENT + "</ToUserName><MsgType>image</MsgType>"
                + "<Image><MediaId>1</MediaId></Image></xml>";
        assertThat(replies.words(xml, Demo.RESIDENT)).contains("[image]");
    }

    private String of(ResidentAction action) {
        return messages.of(Demo.RESIDENT, AT, "42", action, true).orElseThrow();
    }
}
