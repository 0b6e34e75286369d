package cn.huying.api.callback;

import java.time.Clock;
import java.util.Optional;

/**
 * One receiver's side of the encrypted callback, an official account's or an application's: tells the platform's calls from others, opens
 * them, and seals answers.
 */
public final class Seal {
    /** What a posted envelope came to. */
    public sealed interface Opened {
        record Document(byte[] bytes) implements Opened {}

        /**
         * @param status 403 when it may not come from the platform or is not meant for this receiver, 400 when it cannot be read
         * @param reason one of a few fixed words, for counting
         */
        record Refused(int status, String reason) implements Opened {}
    }

    private final Signature signature;
    private final MessageCrypt crypt;
    private final Clock clock;

    /** @param receiver whom a message must be meant for: the app id, or the corp id */
    public Seal(String token, String aesKey, String receiver, Clock clock) {
        this.signature = new Signature(token);
        this.crypt = new MessageCrypt(aesKey, receiver);
        this.clock = clock;
        selfTest();
    }

    /** Also loads the providers: on the event loop that would block the first message. */
    private void selfTest() {
        byte[] probe = {1};
        String encrypted = crypt.encrypt(probe);
        if (crypt.decrypt(encrypted).isEmpty() || signature.matches("", encrypted)) {
            throw new IllegalStateException("the message encryption does not work here");
        }
    }

    /** Whether a call without a body is the platform's, and recent. */
    public boolean isPlatform(SignedQuery query) {
        return isFresh(query) && signature.matches(query.signature(), query.timestamp(), query.nonce());
    }

    /** What can be told without the body: recent, not obviously forged. Saves reading what is refused anyway. */
    public boolean mayOpen(SignedQuery query) {
        return !query.messageSignature().isEmpty() && isFresh(query);
    }

    /** Verifies, then decrypts. */
    public Opened open(SignedQuery query, byte[] body) {
        return switch (Envelope.of(body)) {
            case Envelope.Malformed() -> new Opened.Refused(400, "envelope");
            case Envelope.Plaintext() -> new Opened.Refused(403, "plaintext");
            case Envelope.Sealed(String encrypted) ->
                isSigned(query, encrypted) ? decrypted(encrypted) : new Opened.Refused(403, "signature");
        };
    }

    /** The echo inside an encrypted {@code echostr}; empty when the call is not the platform's, or not recent. */
    public Optional<byte[]> echo(SignedQuery query) {
        String encrypted = query.decodedEcho();
        return mayOpen(query) && isSigned(query, encrypted) ? crypt.decrypt(encrypted) : Optional.empty();
    }

    /** An answer, encrypted and signed. */
    public byte[] seal(byte[] document) {
        String timestamp = Long.toString(clock.millis() / 1_000);
        String nonce = crypt.nonce();
        String encrypted = crypt.encrypt(document);
        return XmlWriter.envelope(encrypted, signature.of(timestamp, nonce, encrypted), timestamp, nonce);
    }

    private Opened decrypted(String encrypted) {
        return crypt.decrypt(encrypted)
                .<Opened>map(Opened.Document::new)
                .orElseGet(() -> new Opened.Refused(403, "crypt"));
    }

    private boolean isSigned(SignedQuery query, String encrypted) {
        return signature.matches(query.messageSignature(), query.timestamp(), query.nonce(), encrypted);
    }

    private boolean isFresh(SignedQuery query) {
        return Signature.isFresh(query.timestamp(), clock);
    }
}
