package cn.huying.api.wechat;

import cn.huying.api.callback.Element;
import cn.huying.api.callback.MessageXml;
import cn.huying.api.callback.PlatformSeal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/**
 * The platform's side of the callback for one account: signs and encrypts what it posts, verifies and decrypts what is answered. For
 * everything that plays the platform: the simulator, the terminal chat, the bench and the tests.
 */
public final class PlatformCodec {
    private final OfficialAccount account;
    private final PlatformSeal seal;

    public PlatformCodec(OfficialAccount account, Clock clock) {
        this.account = account;
        this.seal = new PlatformSeal(
                account.token(), account.aesKey(), account.appId().value(), clock);
    }

    /**
     * What is posted to {@code /wechat/mp/{appId}}.
     *
     * @param query the raw query, ready to stand behind the question mark
     * @param body the envelope in UTF-8
     */
    public record Post(String query, byte[] body) {}

    /** Seals a message document with the time of the clock and a nonce of its own. */
    public Post seal(String messageXml) {
        return seal(messageXml.getBytes(StandardCharsets.UTF_8), seal.timestamp(), seal.nonce());
    }

    /** For tests that need another time, nonce or broken bytes. */
    public Post seal(byte[] document, String timestamp, String nonce) {
        return post(seal.seal(account.originalId(), document, timestamp, nonce));
    }

    /** Signs an already encrypted (or deliberately broken) content. */
    public Post post(String encrypted, String timestamp, String nonce) {
        return post(seal.post(account.originalId(), encrypted, timestamp, nonce));
    }

    private static Post post(PlatformSeal.Post post) {
        return new Post(post.query(), post.body());
    }

    /** The query of a verification call. */
    public String verification(String echo) {
        return seal.verification(echo);
    }

    /**
     * The document inside an answered envelope; empty when the signature or the encryption is wrong. An answer {@code success} or no
     * body at all is no envelope and must be looked at by the caller first.
     */
    public Optional<String> open(byte[] reply) {
        return seal.open(reply);
    }

    /** The words of an answered text reply; empty when there are none in it. */
    public Optional<String> text(byte[] reply) {
        return open(reply)
                .flatMap(xml -> MessageXml.read(xml.getBytes(StandardCharsets.UTF_8)))
                .map(xml -> xml.get(Element.CONTENT));
    }
}
