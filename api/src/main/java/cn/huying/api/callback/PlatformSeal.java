package cn.huying.api.callback;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/**
 * The platform's side of the callback of one receiver: signs and encrypts what it posts, verifies and decrypts what is answered. For
 * everything that plays the platform.
 */
public final class PlatformSeal {
    private static final String UNSIGNED = "";

    private final Signature signature;
    private final MessageCrypt crypt;
    private final Clock clock;

    /** @param receiver the app id, or the corp id */
    public PlatformSeal(String token, String aesKey, String receiver, Clock clock) {
        this.signature = new Signature(token);
        this.crypt = new MessageCrypt(aesKey, receiver);
        this.clock = clock;
    }

    /**
     * A sealed message.
     *
     * @param query the raw query, ready to stand behind the question mark
     * @param body the envelope in UTF-8
     */
    public record Post(String query, byte[] body) {}

    /** The time of the clock as the platform signs it. */
    public String timestamp() {
        return Long.toString(clock.millis() / 1_000);
    }

    public String nonce() {
        return crypt.nonce();
    }

    /** @param to the name in the envelope; any time, nonce and bytes, for tests that need them broken */
    public Post seal(String to, byte[] document, String timestamp, String nonce) {
        return post(to, crypt.encrypt(document), timestamp, nonce);
    }

    /** Signs an already encrypted (or deliberately broken) content. */
    public Post post(String to, String encrypted, String timestamp, String nonce) {
        StringBuilder xml = new StringBuilder(encrypted.length() + 128).append("<xml>");
        XmlWriter.element(xml, "ToUserName", to);
        XmlWriter.element(xml, "Encrypt", encrypted);
        xml.append("</xml>");
        String query = "signature=" + signature.of(timestamp, nonce) + "&timestamp=" + timestamp + "&nonce=" + nonce
                + "&encrypt_type=aes&msg_signature=" + signature.of(timestamp, nonce, encrypted);
        return new Post(query, xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The query of a verification call with the echo in the clear, as an official account gets it. */
    public String verification(String echo) {
        String timestamp = timestamp();
        String nonce = nonce();
        return "signature=" + signature.of(timestamp, nonce) + "&echostr=" + echo + "&timestamp=" + timestamp
                + "&nonce=" + nonce;
    }

    /** The query of a verification call with the echo encrypted, as an application gets it. */
    public String sealedVerification(String echo) {
        String timestamp = timestamp();
        String nonce = nonce();
        String encrypted = crypt.encrypt(echo.getBytes(StandardCharsets.UTF_8));
        String encoded = encrypted.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
        return "msg_signature=" + signature.of(timestamp, nonce, encrypted) + "&timestamp=" + timestamp + "&nonce="
                + nonce + "&echostr=" + encoded;
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

    private static String between(String text, String before, String after) {
        int from = text.indexOf(before);
        int to = from < 0 ? -1 : text.indexOf(after, from + before.length());
        return to < 0 ? UNSIGNED : text.substring(from + before.length(), to);
    }
}
