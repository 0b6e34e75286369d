package cn.huying.api.alert;

import cn.huying.bot.alert.Alert;
import cn.huying.bot.alert.Verdict.Reason;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.io.Stax2ByteArraySource;

/**
 * Reads one CAP 1.2 document. A DTD, an entity of its own, too deep nesting, too many elements, endless texts or anything that is not XML
 * makes it unreadable; elements that are not used are skipped.
 */
public final class CapReader {
    /** The largest real ones are a tenth of it. */
    public static final int MOST_BYTES = 256 * 1024;

    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";
    private static final int DEEPEST = 12;
    private static final int MOST_ELEMENTS = 5_000;
    private static final int LONGEST_TEXT = 16_384;
    private static final InputFactoryImpl XML = factory();

    private final CapDraft draft = new CapDraft();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int elements;

    private CapReader() {}

    /** What became of a document. */
    public sealed interface Reading {
        record Readable(Alert alert) implements Reading {}

        /** @param detail which part it was about; never its content */
        record Unreadable(Reason reason, String detail) implements Reading {}
    }

    /** Never throws. */
    public static Reading read(byte[] document) {
        if (document.length > MOST_BYTES) {
            return new Reading.Unreadable(Reason.OVERSIZED, document.length + " bytes");
        }
        try {
            return new CapReader()
                    .fill(XML.createXMLStreamReader(new Stax2ByteArraySource(document, 0, document.length)));
        } catch (XMLStreamException | RuntimeException notXml) {
            return new Reading.Unreadable(Reason.MALFORMED, "XML");
        }
    }

    private Reading fill(XMLStreamReader reader) throws XMLStreamException {
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (path.isEmpty() && !isAlert(reader)) {
                        return new Reading.Unreadable(Reason.MALFORMED, "alert");
                    }
                    if (path.size() == DEEPEST || ++elements > MOST_ELEMENTS) {
                        return new Reading.Unreadable(Reason.OVERSIZED, "elements");
                    }
                    path.addLast(reader.getLocalName());
                    text.setLength(0);
                    draft.enter(path);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (text.length() + reader.getTextLength() > LONGEST_TEXT) {
                        return new Reading.Unreadable(Reason.OVERSIZED, String.valueOf(path.peekLast()));
                    }
                    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    draft.leave(path, text.toString().strip());
                    path.removeLast();
                    text.setLength(0);
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return draft.finished();
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
                    return new Reading.Unreadable(Reason.MALFORMED, "DTD");
                }
                default -> {}
            }
        }
    }

    private static boolean isAlert(XMLStreamReader reader) {
        return reader.getLocalName().equals("alert") && NAMESPACE.equals(reader.getNamespaceURI());
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
