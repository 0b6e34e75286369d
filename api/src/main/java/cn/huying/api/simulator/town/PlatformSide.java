package cn.huying.api.simulator.town;

import java.util.Optional;

/** The encrypted callback seen from the platform's end: it seals messages and opens passive replies. */
public interface PlatformSide {
    /** Encrypts and signs a message with a fresh timestamp and nonce. */
    Sealed seal(String messageXml);

    /** The reply inside an encrypted body; empty when the signature is wrong or it cannot be read. */
    Optional<String> open(String replyBody);

    /**
     * @param query everything behind the {@code ?} of the callback's address, already percent-encoded
     * @param body the encrypted envelope
     */
    record Sealed(String query, String body) {}
}
