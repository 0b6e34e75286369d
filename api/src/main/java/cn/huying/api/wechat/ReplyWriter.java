package cn.huying.api.wechat;

import cn.huying.api.callback.CleanText;
import cn.huying.api.callback.XmlWriter;
import cn.huying.bot.message.InboundMessage.Origin;
import cn.huying.bot.message.PassiveText;
import java.nio.charset.StandardCharsets;

/** Writes passive text replies. What a resident wrote stays text wherever it is echoed. */
final class ReplyWriter {
    private ReplyWriter() {}

    /** The reply to a message; a text longer than the platform takes is cut here as a last resort. */
    static byte[] write(Origin to, String text, long seconds) {
        String content = PassiveText.cut(CleanText.of(text, text.length()), PassiveText.MOST_BYTES);
        StringBuilder xml = new StringBuilder(content.length() + 320).append("<xml>");
        XmlWriter.element(xml, "ToUserName", to.sender().openId().value());
        XmlWriter.element(xml, "FromUserName", to.accountName());
        xml.append("<CreateTime>").append(seconds).append("</CreateTime>");
        XmlWriter.element(xml, "MsgType", "text");
        XmlWriter.element(xml, "Content", content);
        return xml.append("</xml>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
