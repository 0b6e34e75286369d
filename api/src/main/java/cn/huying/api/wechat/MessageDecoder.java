package cn.huying.api.wechat;

import cn.huying.bot.message.AppId;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboundMessage.Origin;
import cn.huying.bot.message.InboxId;
import cn.huying.bot.message.OpenId;
import cn.huying.bot.message.Sender;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A decrypted document of the platform as one of our messages: tolerant about what is not used, strict about what is. Never throws.
 */
final class MessageDecoder {
    /** What became of a decrypted message document. */
    sealed interface Decoded {
        record Message(InboundMessage message) implements Decoded {}

        /** @param reason which part could not be used; never the content */
        record Malformed(String reason) implements Decoded {}
    }

    private static final String QR_SCENE = "qrscene_";
    private static final int LONGEST_SCENE = 64;
    private static final Set<String> USED_TYPES =
            Set.of("text", "voice", "image", "video", "shortvideo", "location", "link");

    private MessageDecoder() {}

    static Decoded decode(byte[] document, AppId appId) {
        Optional<MessageXml> xml = MessageXml.read(document);
        if (xml.isEmpty()) {
            return new Decoded.Malformed("xml");
        }
        MessageXml message = xml.get();
        String from = message.get(Element.FROM_USER_NAME);
        if (!OpenId.isOpenId(from)) {
            return new Decoded.Malformed("FromUserName");
        }
        long seconds = wholeNumber(message.get(Element.CREATE_TIME));
        if (seconds < 0) {
            return new Decoded.Malformed("CreateTime");
        }
        if (!isId(message.get(Element.TO_USER_NAME))) {
            return new Decoded.Malformed("ToUserName");
        }
        Sender sender = new Sender(appId, new OpenId(from));
        Instant sentAt = Instant.ofEpochSecond(seconds);
        return message.get(Element.MSG_TYPE).equals("event")
                ? event(message, sender, sentAt)
                : message(message, sender, sentAt);
    }

    private static Decoded message(MessageXml xml, Sender sender, Instant sentAt) {
        String type = xml.get(Element.MSG_TYPE);
        String msgId = xml.get(Element.MSG_ID);
        if (!isId(msgId) && (type.isEmpty() || USED_TYPES.contains(type))) {
            return new Decoded.Malformed(type.isEmpty() ? "MsgType" : "MsgId");
        }
        InboxId inboxId = isId(msgId) ? InboxId.ofMessage(sender, msgId) : InboxId.ofEvent(sender, sentAt, type, "");
        Origin origin = new Origin(inboxId, sender, xml.get(Element.TO_USER_NAME), sentAt);
        String media = xml.get(Element.MEDIA_ID);
        return switch (type) {
            case "text" -> decoded(new InboundMessage.Text(origin, xml.get(Element.CONTENT)));
            case "voice" -> decoded(new InboundMessage.Voice(origin, media, xml.get(Element.RECOGNITION)));
            case "image" -> decoded(new InboundMessage.Image(origin, media, xml.get(Element.PIC_URL)));
            case "video", "shortvideo" ->
                decoded(new InboundMessage.Video(origin, media, xml.get(Element.THUMB_MEDIA_ID)));
            case "location" -> location(xml, origin);
            case "link" ->
                decoded(new InboundMessage.Link(
                        origin, xml.get(Element.TITLE), xml.get(Element.DESCRIPTION), xml.get(Element.URL)));
            default -> decoded(new InboundMessage.Unsupported(origin, type));
        };
    }

    private static Decoded event(MessageXml xml, Sender sender, Instant sentAt) {
        String event = xml.get(Element.EVENT);
        String key = xml.get(Element.EVENT_KEY);
        String jobId = xml.get(Element.JOB_ID);
        InboxId inboxId = InboxId.ofEvent(sender, sentAt, event, key.isEmpty() ? jobId : key);
        Origin origin = new Origin(inboxId, sender, xml.get(Element.TO_USER_NAME), sentAt);
        return switch (event) {
            case "subscribe" -> decoded(new InboundMessage.Subscribed(origin, sceneAfterFollowing(key)));
            case "unsubscribe" -> decoded(new InboundMessage.Unsubscribed(origin));
            case "SCAN" -> decoded(new InboundMessage.Scanned(origin, CleanText.of(key, LONGEST_SCENE)));
            case "CLICK" -> decoded(new InboundMessage.MenuClicked(origin, key));
            case "LOCATION" -> locationReport(xml, origin);
            case "TEMPLATESENDJOBFINISH" ->
                decoded(new InboundMessage.JobFinished(origin, event, jobId, xml.get(Element.STATUS)));
            case InboundMessage.JobFinished.MASS_SEND ->
                decoded(new InboundMessage.JobFinished(origin, event, jobId, xml.get(Element.STATUS), reach(xml)));
            case "subscribe_msg_sent_event" ->
                decoded(new InboundMessage.JobFinished(origin, event, jobId, xml.get(Element.ERROR_STATUS)));
            default -> decoded(new InboundMessage.Unsupported(origin, "event:" + event));
        };
    }

    private static InboundMessage.Reach reach(MessageXml xml) {
        return new InboundMessage.Reach(
                count(xml, Element.TOTAL_COUNT),
                count(xml, Element.FILTER_COUNT),
                count(xml, Element.SENT_COUNT),
                count(xml, Element.ERROR_COUNT));
    }

    private static int count(MessageXml xml, Element element) {
        return Math.clamp(wholeNumber(xml.get(element)), 0, Integer.MAX_VALUE);
    }

    private static Decoded location(MessageXml xml, Origin origin) {
        double latitude = coordinate(xml.get(Element.LOCATION_X), 90);
        double longitude = coordinate(xml.get(Element.LOCATION_Y), 180);
        return Double.isNaN(latitude) || Double.isNaN(longitude)
                ? new Decoded.Malformed("Location")
                : decoded(new InboundMessage.Location(origin, latitude, longitude, xml.get(Element.LABEL)));
    }

    private static Decoded locationReport(MessageXml xml, Origin origin) {
        double latitude = coordinate(xml.get(Element.LATITUDE), 90);
        double longitude = coordinate(xml.get(Element.LONGITUDE), 180);
        return Double.isNaN(latitude) || Double.isNaN(longitude)
                ? new Decoded.Malformed("Location")
                : decoded(new InboundMessage.LocationReported(origin, latitude, longitude));
    }

    private static Decoded decoded(InboundMessage message) {
        return new Decoded.Message(message);
    }

    /** A follow may carry other keys than a scene, for example of a payment: those are no scene. */
    private static String sceneAfterFollowing(String key) {
        return key.startsWith(QR_SCENE) ? CleanText.of(key.substring(QR_SCENE.length()), LONGEST_SCENE) : "";
    }

    private static boolean isId(String value) {
        return !value.isEmpty() && value.length() <= 64 && value.chars().allMatch(SignedQuery::allowed);
    }

    /** A whole number of at most 11 digits, else −1. */
    private static long wholeNumber(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 11 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(text) : -1;
    }

    /** A plain decimal number within ±most, else NaN. Not everything a double may be written as is a coordinate. */
    private static double coordinate(String text, double most) {
        boolean decimal = !text.isEmpty() && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        try {
            double value = decimal ? Double.parseDouble(text) : Double.NaN;
            return Math.abs(value) <= most ? value : Double.NaN;
        } catch (NumberFormatException severalDotsOrSigns) {
            return Double.NaN;
        }
    }
}
