package cn.huying.api.simulator;

import cn.huying.api.simulator.town.PlatformSide;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Stands for the encrypted envelope where it does not matter: base64 with a mark at the front. */
public final class PlainSide implements PlatformSide {
    private static final String MARK = "sealed:";

    @Override
    public Sealed seal(String messageXml) {
        return new Sealed("encrypt_type=aes&msg_signature=0", wrap(messageXml));
    }

    @Override
    public Optional<String> open(String replyBody) {
        return replyBody.startsWith(MARK) ? Optional.of(unwrap(replyBody)) : Optional.empty();
    }

    public static String wrap(String xml) {
        return MARK + Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    public static String unwrap(String body) {
        return new String(Base64.getDecoder().decode(body.substring(MARK.length())), StandardCharsets.UTF_8);
    }

    /** A text reply as the bot writes it. */
    public static String reply(String openId, String words) {
        return wrap("<xml><ToUserName><![CDATA[" + openId + "]]></ToUserName><MsgType><![CDATA[text]]></MsgType>"
                + "<Content><![CDATA[" + words + "]]></Content></xml>");
    }

    /** What stands in a field of a delivered message; empty when it is not there. */
    public static String field(String xml, String name) {
        String open = "<" + name + ">";
        int from = xml.indexOf(open);
        if (from < 0) {
            return "";
        }
        String value = xml.substring(from + open.length(), xml.indexOf("</" + name + ">"));
        return value.startsWith("<![CDATA[") ? value.substring(9, value.length() - 3) : value;
    }
}
