package cn.huying.api.callback;

import java.nio.charset.StandardCharsets;

/**
 * What the platform posts in encrypted mode: a flat XML document whose only element of interest is {@code Encrypt}.
 *
 * <p>Scanned by hand because it is read before anything is verified: an XML parser interns every element name it meets in a table that
 * lives as long as the process, so strangers could fill the memory with invented names.
 */
public sealed interface Envelope {
    record Sealed(String encrypted) implements Envelope {}

    /** Well-formed, but nothing encrypted inside: plaintext mode. */
    record Plaintext() implements Envelope {}

    /** Anything else: nested, with a DTD, comments or entities, cut off, empty. */
    record Malformed() implements Envelope {}

    static Envelope of(byte[] body) {
        return new EnvelopeScanner(new String(body, StandardCharsets.UTF_8)).scan();
    }
}
