package cn.huying.api.callback;

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
public final class MessageXml {
    private static final int DEEPEST = 16;
    private static final int LONGEST_READ = 16_384;
    private static final InputFactoryImpl XML = factory();

    private final Map<Element, String> values = new EnumMap<>(Element.class);
    private final StringBuilder text = new StringBuilder();
    private int depth;

    /** The one being read, when it is used. */
    private @Nullable Element element;

    private MessageXml() {}

    /** Empty when it cannot be read. Characters no XML may hold, which the platform lets through, are no reason. */
    public static Optional<MessageXml> read(byte[] document) {
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

    public String get(Element element) {
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
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (!enter(reader.getLocalName())) {
                        return false;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(reader);
                case XMLStreamConstants.END_ELEMENT -> leave();
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

    private boolean enter(String name) {
        depth++;
        element = Element.at(depth, name);
        text.setLength(0);
        return depth <= DEEPEST && (depth > 1 || name.equals("xml"));
    }

    private void append(XMLStreamReader reader) {
        if (element != null && text.length() < LONGEST_READ) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
    }

    private void leave() {
        if (element != null && !values.containsKey(element)) {
            values.put(element, element.kept(text.toString()));
        }
        element = null;
        depth--;
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
