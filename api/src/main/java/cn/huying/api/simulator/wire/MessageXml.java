package cn.huying.api.simulator.wire;

import cn.huying.api.simulator.town.DemoAccount;
import java.time.Instant;
import java.util.Optional;

/** Writes messages and events in WeChat's XML. */
public final class MessageXml {
    private static final int MAP_SCALE = 16;

    private final DemoAccount account;

    public MessageXml(DemoAccount account) {
        this.account = account;
    }

    /**
     * @param follower whether the resident already followed when acting; a scan by one who did not is a follow with a scene
     * @return empty for {@link ResidentAction.Again}, which has no message of its own
     */
    public Optional<String> of(String openId, Instant at, String msgId, ResidentAction action, boolean follower) {
        return switch (action) {
            case ResidentAction.Say say -> message(openId, at, msgId, "text", cdata("Content", say.text()));
            case ResidentAction.Locate place -> message(openId, at, msgId, "location", location(place));
            case ResidentAction.Show _ -> message(openId, at, msgId, "image", picture(msgId));
            case ResidentAction.Speak voice -> message(openId, at, msgId, "voice", voice(msgId, voice));
            case ResidentAction.Scan scan ->
                follower
                        ? event(openId, at, "SCAN", scan.scene())
                        : event(openId, at, "subscribe", "qrscene_" + scan.scene());
            case ResidentAction.Follow _ -> event(openId, at, "subscribe", "");
            case ResidentAction.Unfollow _ -> event(openId, at, "unsubscribe", "");
            case ResidentAction.Click click -> event(openId, at, "CLICK", click.key());
            case ResidentAction.Again _ -> Optional.empty();
        };
    }

    /** How a mass send ended, as the platform tells the account. */
    public String massSendFinished(
            String administrator, Instant at, String massSend, int total, int filtered, int sent) {
        String counts = "<MsgID>" + massSend + "</MsgID>"
                + cdata("Status", "send success")
                + "<TotalCount>" + total + "</TotalCount>"
                + "<FilterCount>" + filtered + "</FilterCount>"
                + "<SentCount>" + sent + "</SentCount>"
                + "<ErrorCount>0</ErrorCount>";
        return envelope(administrator, at, "event", cdata("Event", "MASSSENDJOBFINISH") + counts);
    }

    private Optional<String> message(String openId, Instant at, String msgId, String type, String fields) {
        return Optional.of(envelope(openId, at, type, fields + "<MsgId>" + msgId + "</MsgId>"));
    }

    private Optional<String> event(String openId, Instant at, String event, String key) {
        return Optional.of(envelope(openId, at, "event", cdata("Event", event) + cdata("EventKey", key)));
    }

    private String envelope(String openId, Instant at, String type, String fields) {
        return "<xml>"
                + cdata("ToUserName", account.originalId())
                + cdata("FromUserName", openId)
                + "<CreateTime>" + at.getEpochSecond() + "</CreateTime>"
                + cdata("MsgType", type)
                + fields
                + "</xml>";
    }

    private static String location(ResidentAction.Locate place) {
        return "<Location_X>" + place.latitude() + "</Location_X>"
                + "<Location_Y>" + place.longitude() + "</Location_Y>"
                + "<Scale>" + MAP_SCALE + "</Scale>"
                + cdata("Label", place.label());
    }

    private static String picture(String msgId) {
        return cdata("PicUrl", "http://mmbiz.example/" + msgId + "/0") + cdata("MediaId", "picture-" + msgId);
    }

    private static String voice(String msgId, ResidentAction.Speak voice) {
        return cdata("MediaId", "voice-" + msgId) + cdata("Format", "amr") + cdata("Recognition", voice.recognition());
    }

    /** What XML cannot carry is left out; {@code ]]>} is split over two sections. */
    private static String cdata(String name, String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(MessageXml::carried).forEach(clean::appendCodePoint);
        return "<" + name + "><![CDATA[" + clean.toString().replace("]]>", "]]]]><![CDATA[>") + "]]></" + name + ">";
    }

    private static boolean carried(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0xD800)
                || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
    }
}
