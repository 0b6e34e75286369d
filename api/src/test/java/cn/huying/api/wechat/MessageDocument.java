package cn.huying.api.wechat;

import cn.huying.api.callback.XmlWriter;
import java.nio.charset.StandardCharsets;

/** Writes message documents as the platform does. */
public final class MessageDocument {
    private final StringBuilder xml = new StringBuilder("<xml>");

    private MessageDocument() {}

    public static MessageDocument from(String openId, String type) {
        MessageDocument document = new MessageDocument();
        return document.with("ToUserName", "gh_huyingdemo01")
                .with("FromUserName", openId)
                .raw("CreateTime", Long.toString(DemoAccount.NOW.getEpochSecond()))
                .with("MsgType", type);
    }

    public static MessageDocument text(String content) {
        return message("text").with("Content", content);
    }

    public static MessageDocument message(String type) {
        return from(DemoAccount.OPEN_ID, type).raw("MsgId", "23456789012345678");
    }

    public static MessageDocument event(String event) {
        return from(DemoAccount.OPEN_ID, "event").with("Event", event);
    }

    /** With a text that the platform puts into CDATA. */
    public MessageDocument with(String name, String text) {
        XmlWriter.element(xml, name, text);
        return this;
    }

    /** With whatever is given between the tags. */
    public MessageDocument raw(String name, String markup) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(markup)
                .append("</")
                .append(name)
                .append('>');
        return this;
    }

    public String xml() {
        return xml + "</xml>";
    }

    public byte[] bytes() {
        return xml().getBytes(StandardCharsets.UTF_8);
    }
}
