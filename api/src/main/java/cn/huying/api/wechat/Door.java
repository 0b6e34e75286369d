package cn.huying.api.wechat;

import cn.huying.api.callback.Seal;
import cn.huying.api.callback.SignedQuery;
import cn.huying.api.wechat.MessageDecoder.Decoded;
import cn.huying.bot.message.InboundMessage;
import cn.huying.bot.message.InboundMessage.Origin;
import java.time.Clock;

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
    private final Seal seal;
    private final Clock clock;

    Door(OfficialAccount account, Clock clock) {
        this.account = account;
        this.seal = new Seal(account.token(), account.aesKey(), account.appId().value(), clock);
        this.clock = clock;
    }

    /** Whether the call that asks for an echo is the platform's, and recent. */
    boolean isPlatform(SignedQuery query) {
        return seal.isPlatform(query);
    }

    /** What can be told without the body: encrypted mode, recent, not obviously forged. Saves reading what is refused anyway. */
    boolean mayOpen(SignedQuery query) {
        return query.encryptType().equals(ENCRYPTED_MODE) && seal.mayOpen(query);
    }

    /** Verifies, decrypts, decodes, in this order. */
    Opened open(SignedQuery query, byte[] body) {
        return switch (seal.open(query, body)) {
            case Seal.Opened.Refused(int status, String reason) -> new Opened.Refused(status, reason);
            case Seal.Opened.Document(byte[] document) -> decode(document);
        };
    }

    /** A text reply, encrypted and signed. */
    byte[] seal(Origin to, String text) {
        return seal.seal(ReplyWriter.write(to, text, clock.millis() / 1_000));
    }

    private Opened decode(byte[] document) {
        return switch (MessageDecoder.decode(document, account.appId())) {
            case Decoded.Message(var message) -> new Opened.Message(message);
            case Decoded.Malformed(String reason) -> new Opened.Refused(400, reason);
        };
    }
}
