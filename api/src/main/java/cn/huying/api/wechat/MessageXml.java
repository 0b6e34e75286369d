package cn.huying.api.wechat;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.io.Stax2ByteArraySource;
import org.jspecify.annotations.Nullable;

/**
 * The used elements of one message document. Of repeated ones the first counts, unknown ones are skipped; a DTD, an entity of one's own,
 * too deep nesting or anything that is not XML makes the whole document unreadable.
 */
final class MessageXml {
    private static final int DEEPEST = 16;
    private static final int LONGEST_READ = 16_384;
    private static final InputFactoryImpl XML = factory();

    private final Map<Element, String> values = new EnumMap<>(Element.class);

    private MessageXml() {}

    /** Empty when it cannot be read. Characters no XML may hold, which the platform lets through, are no reason. */
    static Optional<MessageXml> read(byte[] document) {
        Optional<MessageXml> asIs = parse(document);
        return asIs.isPresent() ? asIs : parse(repaired(document));
    }

    /** With a replacement character for each that no XML may hold. They are dropped later, but not before ids were looked at. */
    private static byte[] repaired(byte[] document) {
        char[] chars = new String(document, StandardCharsets.UTF_8).toCharArray();
        for (int i = 0; i < chars.length; i++) {
            char c = chars[i];
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c >= 0xFFFE) {
                chars[i] = 0xFFFD;
            }
        }
        return new String(chars).getBytes(StandardCharsets.UTF_8);
    }

    String get(Element element) {
        String value = values.get(element);
        return value == null ? "" : value;
    }

    /** Never throws: the parser's own slips must not become more than an unreadable document. */
    private static Optional<MessageXml> parse(byte[] document) {
        if (document.length == 0) {
            return Optional.empty();
        }
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new Stax2ByteArraySource(document, 0, document.length));
            MessageXml message = new MessageXml();
            return message.fill(reader) ? Optional.of(message) : Optional.empty();
        } catch (XMLStreamException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private boolean fill(XMLStreamReader reader) throws XMLStreamException {
        int depth = 0;
        Element element = null;
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (depth > DEEPEST || (depth == 1 && !reader.getLocalName().equals("xml"))) {
                        return false;
                    }
                    element = Element.at(depth, reader.getLocalName());
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(element, text, reader);
                case XMLStreamConstants.END_ELEMENT -> {
                    put(element, text);
                    element = null;
                    depth--;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    reader.close();
                    return true;
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    private static void append(@Nullable Element element, StringBuilder text, XMLStreamReader reader) {
        if (element != null && text.length() < LONGEST_READ) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    private void put(@Nullable Element element, StringBuilder text) {
        if (element != null && !values.containsKey(element)) {
            values.put(element, element.kept(text.toString()));
        }
    }

    private static InputFactoryImpl factory() {
        InputFactoryImpl factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are refused");
        });
        return factory;
    }
}
