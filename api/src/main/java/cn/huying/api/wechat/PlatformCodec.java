package cn.huying.api.wechat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/**
 * The platform's side of the callback for one account: signs and encrypts what it posts, verifies and decrypts what is answered. For
 * everything that plays the platform: the simulator, the terminal chat, the bench and the tests.
 */
public final class PlatformCodec {
    private static final String UNSIGNED = "";

    private final OfficialAccount account;
    private final Signature signature;
    private final MessageCrypt crypt;
    private final Clock clock;

    public PlatformCodec(OfficialAccount account, Clock clock) {
        this.account = account;
        this.signature = new Signature(account.token());
        this.crypt = new MessageCrypt(account.aesKey(), account.appId().value());
        this.clock = clock;
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
        String timestamp = Long.toString(clock.millis() / 1_000);
        return seal(messageXml.getBytes(StandardCharsets.UTF_8), timestamp, crypt.nonce());
    }

    /** For tests that need another time, nonce or broken bytes. */
    public Post seal(byte[] document, String timestamp, String nonce) {
        return post(crypt.encrypt(document), timestamp, nonce);
    }

    /** Signs an already encrypted (or deliberately broken) content. */
    public Post post(String encrypted, String timestamp, String nonce) {
        StringBuilder xml = new StringBuilder(encrypted.length() + 128).append("<xml>");
        ReplyWriter.element(xml, "ToUserName", account.originalId());
        ReplyWriter.element(xml, "Encrypt", encrypted);
        xml.append("</xml>");
        String query = "signature=" + signature.of(timestamp, nonce) + "&timestamp=" + timestamp + "&nonce=" + nonce
                + "&encrypt_type=aes&msg_signature=" + signature.of(timestamp, nonce, encrypted);
        return new Post(query, xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The query of a verification call. */
    public String verification(String echo) {
        String timestamp = Long.toString(clock.millis() / 1_000);
        String nonce = crypt.nonce();
        return "signature=" + signature.of(timestamp, nonce) + "&echostr=" + echo + "&timestamp=" + timestamp
                + "&nonce=" + nonce;
    }

    /**
     * The document inside an answered envelope; empty when the signature or the encryption is wrong. An answer {@code success} or no
     * body at all is no envelope and must be looked at by the caller first.
     */
    public Optional<String> open(byte[] reply) {
        String xml = new String(reply, StandardCharsets.UTF_8);
        String encrypted = between(xml, "<Encrypt><![CDATA[", "]]></Encrypt>");
        String given = between(xml, "<MsgSignature><![CDATA[", "]]></MsgSignature>");
        String timestamp = between(xml, "<TimeStamp>", "</TimeStamp>");
        String nonce = between(xml, "<Nonce><![CDATA[", "]]></Nonce>");
        return signature.matches(given, timestamp, nonce, encrypted)
                ? crypt.decrypt(encrypted).map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** The words of an answered text reply; empty when there are none in it. */
    public Optional<String> text(byte[] reply) {
        return open(reply)
                .flatMap(xml -> MessageXml.read(xml.getBytes(StandardCharsets.UTF_8)))
                .map(xml -> xml.get(Element.CONTENT));
    }

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before);
        int to = from < 0 ? -1 : text.indexOf(after, from + before.length());
        return to < 0 ? UNSIGNED : text.substring(from + before.length(), to);
    }
}
