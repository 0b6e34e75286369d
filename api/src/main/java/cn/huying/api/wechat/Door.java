package cn.huying.api.wechat;

import cn.huying.api.wechat.MessageDecoder.Decoded;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboundMessage.Origin;
import java.time.Clock;
import java.util.Optional;

/** One account's side of the callback: tells the platform's calls from others, opens them, and seals answers. */
final class Door {
    /** What a posted envelope came to. */
    sealed interface Opened {
        record Message(InboundMessage message) implements Opened {}

        /**
         * @param status 403 when it may not come from the platform or is not meant for this account, 400 when it cannot be read
         * @param reason one of a few fixed words, for counting
         */
        record Refused(int status, String reason) implements Opened {}
    }

    private static final String ENCRYPTED_MODE = "aes";

    private final OfficialAccount account;
    private final Signature signature;
    private final MessageCrypt crypt;
    private final Clock clock;

    Door(OfficialAccount account, Clock clock) {
        this.account = account;
        this.signature = new Signature(account.token());
        this.crypt = new MessageCrypt(account.aesKey(), account.appId().value());
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

    /** Whether the call that asks for an echo is the platform's, and recent. */
    boolean isPlatform(SignedQuery query) {
        return isFresh(query) && signature.matches(query.signature(), query.timestamp(), query.nonce());
    }

    /** What can be told without the body: encrypted mode, recent, not obviously forged. Saves reading what is refused anyway. */
    boolean mayOpen(SignedQuery query) {
        return query.encryptType().equals(ENCRYPTED_MODE)
                && !query.messageSignature().isEmpty()
                && isFresh(query);
    }

    /** Verifies, decrypts, decodes, in this order. */
    Opened open(SignedQuery query, byte[] body) {
        return switch (Envelope.of(body)) {
            case Envelope.Malformed() -> new Opened.Refused(400, "envelope");
            case Envelope.Plaintext() -> new Opened.Refused(403, "plaintext");
            case Envelope.Sealed(String encrypted) ->
                isSigned(query, encrypted) ? decode(crypt.decrypt(encrypted)) : new Opened.Refused(403, "signature");
        };
    }

    /** A text reply, encrypted and signed. */
    byte[] seal(Origin to, String text) {
        long seconds = clock.millis() / 1_000;
        return seal(ReplyWriter.write(to, text, seconds), Long.toString(seconds));
    }

    private byte[] seal(byte[] reply, String timestamp) {
        String nonce = crypt.nonce();
        String encrypted = crypt.encrypt(reply);
        return ReplyWriter.envelope(encrypted, signature.of(timestamp, nonce, encrypted), timestamp, nonce);
    }

    private Opened decode(Optional<byte[]> document) {
        if (document.isEmpty()) {
            return new Opened.Refused(403, "crypt");
        }
        return switch (MessageDecoder.decode(document.get(), account.appId())) {
            case Decoded.Message(var message) -> new Opened.Message(message);
            case Decoded.Malformed(String reason) -> new Opened.Refused(400, reason);
        };
    }

    private boolean isSigned(SignedQuery query, String encrypted) {
        return signature.matches(query.messageSignature(), query.timestamp(), query.nonce(), encrypted);
    }

    private boolean isFresh(SignedQuery query) {
        return Signature.isFresh(query.timestamp(), clock);
    }
}
