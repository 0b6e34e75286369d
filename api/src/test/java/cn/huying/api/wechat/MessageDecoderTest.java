package cn.huying.api.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huying.api.wechat.MessageDecoder.Decoded;
import cn.huying.bot.message.AppId;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboundMessage.Origin;
import cn.huying.bot.message.InboxId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageDecoderTest {
    private static final AppId APP_ID = new AppId(DemoAccount.APP_ID);
    private static final Origin ORIGIN = new Origin(
            InboxId.ofMessage(DemoAccount.SENDER, "23456789012345678"),
            DemoAccount.SENDER,
            "gh_huyingdemo01",
            DemoAccount.NOW);

    @Test
    void aTextShouldBeDecoded() {
        assertThat(message(MessageDocument.text("楼道灯坏了 <b>&")))
                .isEqualTo(new InboundMessage.Text(ORIGIN, "楼道灯坏了 <b>&"));
    }

    @Test
    void aVoiceShouldBeDecodedWithAndWithoutWords() {
        MessageDocument voice =
                MessageDocument.message("voice").with("MediaId", "m1").with("Format", "amr");

        assertThat(message(voice)).isEqualTo(new InboundMessage.Voice(ORIGIN, "m1", ""));
        assertThat(message(voice.with("Recognition", "灯坏了"))).isEqualTo(new InboundMessage.Voice(ORIGIN, "m1", "灯坏了"));
    }

    @Test
    void anImageShouldBeDecoded() {
        assertThat(message(MessageDocument.message("image")
                        .with("PicUrl", "http://x/1")
                        .with("MediaId", "m1")))
                .isEqualTo(new InboundMessage.Image(ORIGIN, "m1", "http://x/1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"video", "shortvideo"})
    void aVideoShouldBeDecoded(String type) {
        assertThat(message(MessageDocument.message(type).with("MediaId", "m1").with("ThumbMediaId", "t1")))
                .isEqualTo(new InboundMessage.Video(ORIGIN, "m1", "t1"));
    }

    @Test
    void aLocationShouldBeDecoded() {
        MessageDocument location = MessageDocument.message("location")
                .raw("Location_X", "30.512345")
                .raw("Location_Y", "-114.3")
                .raw("Scale", "15")
                .with("Label", "幸福里3栋");

        assertThat(message(location)).isEqualTo(new InboundMessage.Location(ORIGIN, 30.512345, -114.3, "幸福里3栋"));
    }

    @ParameterizedTest
    @CsvSource({"91,0", "0,181", "NaN,0", "1e1,0", "0x1p3,0", "'',0", "1.2.3,0", "--1,0", "-,0", "Infinity,0", "30,"})
    void aPlaceThatIsNoneShouldBeMalformed(String latitude, String longitude) {
        MessageDocument location = MessageDocument.message("location")
                .raw("Location_X", latitude)
                .raw("Location_Y", longitude == null ? "" : longitude);

        assertThat(decode(location)).isEqualTo(new Decoded.Malformed("Location"));
    }

    @Test
    void aLinkShouldBeDecoded() {
        MessageDocument link = MessageDocument.message("link")
                .with("Title", "通知")
                .with("Description", "停水")
                .with("Url", "https://x.example/1?a=1&b=2");

        assertThat(message(link)).isEqualTo(new InboundMessage.Link(ORIGIN, "通知", "停水", "https://x.example/1?a=1&b=2"));
    }

    @ParameterizedTest
    @CsvSource({"qrscene_grid:xf-1,grid:xf-1", "'',''", "last_trade_no_1,''", "qrscene_,''"})
    void aFollowShouldCarryItsScene(String key, String scene) {
        InboundMessage message = message(MessageDocument.event("subscribe").with("EventKey", key));

        assertThat(message)
                .isInstanceOfSatisfying(
                        InboundMessage.Subscribed.class,
                        followed -> assertThat(followed.scene()).isEqualTo(scene));
    }

    @Test
    void theOtherThingsAResidentDoesShouldBeDecoded() {
        assertThat(message(MessageDocument.event("unsubscribe"))).isInstanceOf(InboundMessage.Unsubscribed.class);
        assertThat(message(MessageDocument.event("SCAN").with("EventKey", "building:xf-3")))
                .isInstanceOfSatisfying(
                        InboundMessage.Scanned.class,
                        scan -> assertThat(scan.scene()).isEqualTo("building:xf-3"));
        assertThat(message(MessageDocument.event("CLICK").with("EventKey", "HELP")))
                .isInstanceOfSatisfying(
                        InboundMessage.MenuClicked.class,
                        click -> assertThat(click.key()).isEqualTo("HELP"));
        assertThat(message(MessageDocument.event("LOCATION")
                        .raw("Latitude", "23.1")
                        .raw("Longitude", "113.3")
                        .raw("Precision", "119.3")))
                .isInstanceOfSatisfying(
                        InboundMessage.LocationReported.class,
                        at -> assertThat(at.latitude()).isEqualTo(23.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEMPLATESENDJOBFINISH", "MASSSENDJOBFINISH"})
    void aFinishedSendShouldCarryItsId(String job) {
        InboundMessage message =
                message(MessageDocument.event(job).raw("MsgID", "200163836").with("Status", "failed:user block"));

        assertThat(message).isInstanceOfSatisfying(InboundMessage.JobFinished.class, finished -> {
            assertThat(finished.job()).isEqualTo(job);
            assertThat(finished.msgId()).isEqualTo("200163836");
            assertThat(finished.status()).isEqualTo("failed:user block");
            assertThat(finished.origin().inboxId().value()).endsWith(job + ":200163836");
        });
    }

    @Test
    void aFinishedMassSendShouldCarryItsCounts() {
        InboundMessage message = message(MessageDocument.event("MASSSENDJOBFINISH")
                .raw("MsgID", "1000001625")
                .with("Status", "send success")
                .raw("TotalCount", "100")
                .raw("FilterCount", "20")
                .raw("SentCount", "79")
                .raw("ErrorCount", "-1"));

        assertThat(message)
                .isInstanceOfSatisfying(
                        InboundMessage.JobFinished.class,
                        finished -> assertThat(finished.reach()).isEqualTo(new InboundMessage.Reach(100, 20, 79, 0)));
    }

    @Test
    void aSentSubscriptionNoticeShouldBeFoundInsideItsList() {
        InboundMessage message = message(MessageDocument.event("subscribe_msg_sent_event")
                .raw(
                        "SubscribeMsgSentEvent",
                        "<List><TemplateId>t</TemplateId><MsgID>1864323726461255680</MsgID><ErrorCode>0</ErrorCode>"
                                + "<ErrorStatus>success</ErrorStatus><FromUserName>forged</FromUserName></List>"));

        assertThat(message).isInstanceOfSatisfying(InboundMessage.JobFinished.class, finished -> {
            assertThat(finished.msgId()).isEqualTo("1864323726461255680");
            assertThat(finished.status()).isEqualTo("success");
            assertThat(finished.origin().sender()).isEqualTo(DemoAccount.SENDER);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscribe_msg_popup_event", "subscribe_msg_change_event", "VIEW", "card_pass_check", ""})
    void otherEventsShouldBeUnsupported(String event) {
        assertThat(message(MessageDocument.event(event)))
                .isInstanceOfSatisfying(
                        InboundMessage.Unsupported.class,
                        unsupported -> assertThat(unsupported.kind()).isEqualTo("event:" + event));
    }

    @Test
    void eventsOfOneSecondShouldHaveIdsOfTheirOwn() {
        InboxId first = idOf(MessageDocument.event("CLICK").with("EventKey", "A"));
        InboxId second = idOf(MessageDocument.event("CLICK").with("EventKey", "B"));
        InboxId again = idOf(MessageDocument.event("CLICK").with("EventKey", "A"));

        assertThat(first).isEqualTo(again).isNotEqualTo(second);
    }

    @Test
    void theFirstOfRepeatedElementsShouldCount() {
        MessageDocument twice =
                MessageDocument.text("first").with("Content", "second").with("FromUserName", "forged");

        assertThat(message(twice)).isEqualTo(new InboundMessage.Text(ORIGIN, "first"));
    }

    @Test
    void textInPiecesShouldBeOneText() {
        MessageDocument pieces =
                MessageDocument.message("text").raw("Content", "a<![CDATA[b]]>&lt;c&#x697C;<![CDATA[]]>d");

        assertThat(message(pieces)).isEqualTo(new InboundMessage.Text(ORIGIN, "ab<c楼d"));
    }

    @ParameterizedTest
    @CsvSource({"CreateTime,x", "CreateTime,-5", "CreateTime,999999999999", "ToUserName,a b", "MsgId,a b"})
    void aUsedFieldThatIsNoGoodShouldBeMalformed(String field, String value) {
        String xml = MessageDocument.text("x").xml();
        int from = xml.indexOf("<" + field + ">") + field.length() + 2;
        int to = xml.indexOf("</" + field + ">");

        assertThat(decode(xml.substring(0, from) + value + xml.substring(to))).isEqualTo(new Decoded.Malformed(field));
    }

    @Test
    void aMessageWithoutTypeOrIdShouldBeMalformed() {
        assertThat(decode(MessageDocument.from(DemoAccount.OPEN_ID, ""))).isEqualTo(new Decoded.Malformed("MsgType"));
        assertThat(decode(MessageDocument.from(DemoAccount.OPEN_ID, "text"))).isEqualTo(new Decoded.Malformed("MsgId"));
    }

    @Test
    void brokenUtf8ShouldCostTheBrokenCharacterOnly() {
        byte[] document = MessageDocument.text("灯?坏了").bytes();
        for (int i = 0; i < document.length; i++) {
            document[i] = document[i] == '?' ? (byte) 0xED : document[i];
        }

        assertThat(MessageDecoder.decode(document, APP_ID))
                .isEqualTo(new Decoded.Message(new InboundMessage.Text(ORIGIN, "灯坏了")));
    }

    @Test
    void aTextShouldBeCutOnACodePoint() {
        InboundMessage message = message(MessageDocument.text("x" + "😀".repeat(3_000)));

        assertThat(message)
                .isInstanceOfSatisfying(
                        InboundMessage.Text.class,
                        text -> assertThat(text.content()).hasSize(4_095).endsWith("😀"));
    }

    private static InboxId idOf(MessageDocument document) {
        return message(document).origin().inboxId();
    }

    private static InboundMessage message(MessageDocument document) {
        return switch (decode(document)) {
            case Decoded.Message(InboundMessage message) -> message;
            case Decoded.Malformed(String reason) -> throw new AssertionError(reason);
        };
    }

    private static Decoded decode(MessageDocument document) {
        return decode(document.xml());
    }

    private static Decoded decode(String xml) {
        return MessageDecoder.decode(xml.getBytes(StandardCharsets.UTF_8), APP_ID);
    }
}
