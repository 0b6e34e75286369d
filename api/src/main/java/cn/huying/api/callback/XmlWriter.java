package cn.huying.api.callback;

import java.nio.charset.StandardCharsets;

/** Writes the platform's flat documents. Whatever text is put in stays text: a CDATA end inside it is split in two. */
public final class XmlWriter {
    private static final String OPEN = "<![CDATA[";
    private static final String CLOSE = "]]>";
    private static final String SPLIT = "]]]]><![CDATA[>";

    private XmlWriter() {}

    /** The envelope round an encrypted reply; its parts need no escaping. */
    static byte[] envelope(String encrypted, String signature, String timestamp, String nonce) {
        StringBuilder xml = new StringBuilder(encrypted.length() + 256).append("<xml>");
        element(xml, "Encrypt", encrypted);
        element(xml, "MsgSignature", signature);
        xml.append("<TimeStamp>").append(timestamp).append("</TimeStamp>");
        element(xml, "Nonce", nonce);
        return xml.append("</xml>").toString().getBytes(StandardCharsets.UTF_8);
    }

    public static void element(StringBuilder xml, String name, String text) {
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
