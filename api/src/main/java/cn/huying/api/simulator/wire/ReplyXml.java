package cn.huying.api.simulator.wire;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a passive reply the way the phone shows it. */
public final class ReplyXml {
    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    public ReplyXml() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    /** The words of a text reply, a placeholder for other kinds; empty when it is no reply to this resident. */
    public Optional<String> words(String xml, String openId) {
        try {
            return read(factory.createXMLStreamReader(new StringReader(xml)), openId);
        } catch (XMLStreamException _) {
            return Optional.empty();
        }
    }

    /** The words that take the place of a tapped card's buttons; empty when it is no such answer to this member. */
    public Optional<String> replacement(String xml, String member) {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
            String to = "";
            String words = "";
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (reader.getLocalName()) {
                        case "ToUserName" -> to = reader.getElementText();
                        case "ReplaceName" -> words = reader.getElementText();
                        default -> {}
                    }
                }
            }
            return to.equals(member) && !words.isEmpty() ? Optional.of(words) : Optional.empty();
        } catch (XMLStreamException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> read(XMLStreamReader reader, String openId) throws XMLStreamException {
        String to = "";
        String type = "";
        String content = "";
        int depth = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth == 2) {
                    switch (reader.getLocalName()) {
                        case "ToUserName" -> to = reader.getElementText();
                        case "MsgType" -> type = reader.getElementText();
                        case "Content" -> content = reader.getElementText();
                        default -> {
                            continue;
                        }
                    }
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        if (!to.equals(openId) || type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(type.equals("text") ? content : "[" + type + "]");
    }
}
