package cn.huying.knowledge.shelf;

import cn.huying.knowledge.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Tells one content from another without keeping either. */
public final class Fingerprint {
    private final MessageDigest digest = Sha256.begun();

    /** With its length, so that two texts are not the same as another two. */
    public Fingerprint add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
        return this;
    }

    public Fingerprint add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
        return this;
    }

    /** Of what was added; afterwards it begins anew. */
    public String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
