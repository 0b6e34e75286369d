package cn.huying.bot.repair;

import cn.huying.knowledge.digest.Hex;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The identity of a proposal: random, 32 hexadecimal digits. */
public record ProposalId(String value) {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    public ProposalId {
        if (!isId(value)) {
            throw new IllegalArgumentException("not a proposal's id");
        }
    }

    public static ProposalId random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new ProposalId(HexFormat.of().formatHex(bytes));
    }

    public static boolean isId(String value) {
        return Hex.isHex(value, 2 * BYTES);
    }

    @Override
    public String toString() {
        return value;
    }
}
