package cn.huying.api.wechat;

import cn.huying.bot.message.InboundMessage.Origin;
import cn.huying.bot.message.PassiveText;
import java.nio.charset.StandardCharsets;

/** Writes passive text replies. What a resident wrote stays text wherever it is echoed: a CDATA end inside it is split in two. */
final class ReplyWriter {
    private static final String OPEN = "<![CDATA[";
    private static final String CLOSE = "]]>";
    private static final String SPLIT = "]]]]><![CDATA[>";

    private ReplyWriter() {}

    /** The reply to a message; a text longer than the platform takes is cut here as a last resort. */
    static byte[] write(Origin to, String text, long seconds) {
        String content = PassiveText.cut(CleanText.of(text, text.length()), PassiveText.MOST_BYTES);
        StringBuilder xml = new StringBuilder(content.length() + 320).append("<xml>");
        element(xml, "ToUserName", to.sender().openId().value());
        element(xml, "FromUserName", to.accountName());
        xml.append("<CreateTime>").append(seconds).append("</CreateTime>");
        element(xml, "MsgType", "text");
        element(xml, "Content", content);
        return xml.append("</xml>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The envelope round an encrypted reply; its parts need no escaping. */
    static byte[] envelope(String encrypted, String signature, String timestamp, String nonce) {
        StringBuilder xml = new StringBuilder(encrypted.length() + 256).append("<xml>");
        element(xml, "Encrypt", encrypted);
        element(xml, "MsgSignature", signature);
        xml.append("<TimeStamp>").append(timestamp).append("</TimeStamp>");
        element(xml, "Nonce", nonce);
        return xml.append("</xml>").toString().getBytes(StandardCharsets.UTF_8);
    }

    static void element(StringBuilder xml, String name, String text) {
        xml.append('<').append(name).append('>').append(OPEN);
        int from = 0;
        for (int end = text.indexOf(CLOSE); end >= 0; end = text.indexOf(CLOSE, from)) {
            xml.append(text, from, end).append(SPLIT);
            from = end + CLOSE.length();
        }
        xml.append(text, from, text.length()).append(CLOSE);
        xml.append("</").append(name).append('>');
    }
}
